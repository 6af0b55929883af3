import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readdirSync } from 'node:fs'
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'

const ticket = z.object({
  host: z.string(),
  pid: z.number(),
  born: z.string().nullable(),
  released: z.boolean(),
  /** A command that opened the folder for the moment: whoever waits will get it. */
  isPassing: z.boolean().default(false),
})
type Ticket = z.infer<typeof ticket>

export class FolderHeld extends Error {
  constructor(readonly holder: Pick<Ticket, 'host' | 'pid' | 'isPassing'>) {
    super(`Process ${holder.pid} on ${holder.host} has this folder open.`)
  }
}

/**
 * Takes the folder for this process, or throws FolderHeld before anything in it is touched, and with a sentence for people
 * where nobody can tell who holds it.
 * Tickets are numbered and only the highest counts: whoever finds it released, or its holder provably dead, tries to
 * create the next number, which only one can. The last ticket is never deleted, so a number is never given twice.
 */
export function lockFolder(folder: string, { isPassing = false } = {}): { release(): void } {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  for (;;) {
    const last = numbers(folder).at(-1) ?? 0
    const holder = last === 0 ? undefined : readTicket(folder, last)
    if (holder && !holder.released && !isProvablyDead(holder)) throw new FolderHeld(holder)

    const mine = last + 1
    if (!create(folder, mine, isPassing)) continue
    if (numbers(folder).at(-1) !== mine) {
      rmSync(ticketPath(folder, mine))
      continue
    }
    for (const older of numbers(folder)) if (older < mine) rmSync(ticketPath(folder, older), { force: true })
    return { release: () => replace(folder, mine, { ...self(isPassing), released: true }) }
  }
}

function create(folder: string, number: number, isPassing: boolean): boolean {
  const draft = writeDraft(folder, self(isPassing))
  try {
    linkSync(draft, ticketPath(folder, number))
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

function replace(folder: string, number: number, content: Ticket) {
  renameSync(writeDraft(folder, content), ticketPath(folder, number))
}

function writeDraft(folder: string, content: Ticket) {
  const draft = join(folder, `draft-${crypto.randomUUID()}`)
  const file = openSync(draft, 'wx', 0o600)
  try {
    writeFileSync(file, JSON.stringify(content))
    // Or a power cut would leave its name without what stands in it.
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  return draft
}

function numbers(folder: string): number[] {
  const names = readdirSync(folder).map((name) => /^ticket-(\d+)$/.exec(name)?.[1])
  return names.flatMap((number) => (number ? [Number(number)] : [])).toSorted((a, b) => a - b)
}

function ticketPath(folder: string, number: number) {
  return join(folder, `ticket-${number}`)
}

/**
 * Undefined when it went away between the listing and the reading: then a higher one exists. One that tells nothing is not
 * taken for that of a dead process: another machine may have the folder open.
 */
function readTicket(folder: string, number: number): Ticket | undefined {
  const path = ticketPath(folder, number)
  try {
    return ticket.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    if (!(error instanceof SyntaxError || error instanceof z.ZodError)) throw error
    const sentence = `${path} should say who has it open and cannot be read, as after a power cut.`
    throw new Error(`${sentence} If no Debrief runs on this folder, remove that file, then start again.`, {
      cause: error,
    })
  }
}

function self(isPassing: boolean): Ticket {
  return { host: hostname(), pid: process.pid, born: bornAt(process.pid), released: false, isPassing }
}

/** A process of another host can't be asked; a process id that was given to a later process is recognised by its birth. */
function isProvablyDead(holder: Ticket): boolean {
  if (holder.host !== hostname()) return false
  try {
    process.kill(holder.pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH'
  }
  const born = bornAt(holder.pid)
  return holder.born !== null && born !== null && born !== holder.born
}

/** Boot id and start time in clock ticks; a killed process that nobody has reaped yet is `ended`; null where the system does not tell. */
function bornAt(pid: number): string | null {
  try {
    // proc(5): the state is field 3, the start time field 22; the name before them may hold spaces and parentheses.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (fields[0] === 'Z') return 'ended'
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${fields[19]}`
  } catch {
    return null
  }
}
