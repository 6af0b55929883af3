import 'server-only'
import { constants, open, stat } from 'node:fs/promises'
import { request } from 'undici'
import { env } from '../env'
import { DebriefError } from '../errors'
import { onVolume } from './hanging-volume'
import { type Head, readHeads } from './head'

const TIMEOUT_MS = 5_000
/** Of the end of a file: more than a line has. */
const TAIL_BYTES = 4_096

/** Does not wait for ever for somebody to read what is a pipe: that is a failure. */
const ADDING = constants.O_WRONLY | constants.O_CREAT | constants.O_APPEND | constants.O_NONBLOCK

type Place = 'file' | 'url'

/** Where AUDIT_HEAD_FILE has the head kept; null: nowhere but in the server's log. */
export function headPlace(): Place | null {
  const to = env().AUDIT_HEAD_FILE
  if (to === undefined) return null
  return to.includes('://') ? 'url' : 'file'
}

/** Throws `audit_head_not_kept`. */
export async function keepLine(line: string, stopped: AbortSignal): Promise<void> {
  const to = env().AUDIT_HEAD_FILE ?? ''
  try {
    await (headPlace() === 'url' ? post(to, line, stopped) : onVolume(() => append(to, line), stopped))
  } catch (cause) {
    throw new DebriefError('audit_head_not_kept', { cause })
  }
}

/**
 * On the disk before anybody is told that it is kept; only ever added to, so that the file can be one that takes nothing else. Never
 * behind a line that broke off, by which nobody could read either.
 */
async function append(file: string, line: string): Promise<void> {
  const begins = (await isAmidLine(file)) ? '\n' : ''
  const handle = await open(file, ADDING)
  try {
    await handle.appendFile(`${begins}${line}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Whether the last line was begun and not ended, by whomever; so, too, of a file that can be written and not read. */
async function isAmidLine(file: string): Promise<boolean> {
  const end = await readEnd(file)
  return end !== null && !end.endsWith('\n')
}

/** Goes to this address and to no other: a redirection is a failure. */
async function post(url: string, line: string, stopped: AbortSignal): Promise<void> {
  const { statusCode, body } = await request(url, {
    method: 'POST',
    headers: { 'content-type': 'text/plain; charset=utf-8' },
    body: `${line}\n`,
    signal: AbortSignal.any([stopped, AbortSignal.timeout(TIMEOUT_MS)]),
  })
  await body.dump()
  if (statusCode < 200 || statusCode > 299) throw new Error('refused', { cause: statusCode })
}

/** What the file itself holds last, of the tree. Null where this server has no such file, none that answers, or no head in its end. */
export async function readLastInFile(): Promise<Head | null> {
  const file = headPlace() === 'file' ? env().AUDIT_HEAD_FILE : undefined
  const end = file === undefined ? null : await onVolume(() => readEnd(file)).catch(() => null)
  return readHeads(end ?? '').findLast(({ of }) => of === 'tree') ?? null
}

/**
 * The end of a file that is not empty; no text where it can be written and not read. Null for what is none, as a pipe or a device, which
 * may never end.
 */
async function readEnd(file: string): Promise<string | null> {
  const found = await stat(file).catch(() => null)
  return found?.isFile() && found.size > 0 ? readTail(file, found.size) : null
}

async function readTail(file: string, bytes: number): Promise<string> {
  const handle = await open(file, 'r').catch(() => null)
  if (!handle) return ''
  try {
    const length = Math.min(bytes, TAIL_BYTES)
    const { buffer } = await handle.read({ buffer: Buffer.alloc(length), position: bytes - length })
    return buffer.toString('utf8')
  } finally {
    await handle.close()
  }
}
