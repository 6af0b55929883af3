import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { reasonOf } from './disk-failure'
import { type EmbeddedReport, findAddress } from './embedded-address'
import { type Purpose, startEmbedded } from './embedded-process'
import { keepRunning } from './keep-running'

/** `lost` resolves, with a sentence, once the database cannot be kept running. */
export type OpenDatabase = { url: string; lost: Promise<Error>; close(): Promise<void> }

/** How long a start under way, or a command that has the folder open for the moment, is waited for. */
const PATIENCE_MS = 60_000
const LOOK_MS = 100
/** Between two tries to open the folder, each of which starts a process. */
const LOOKS = 10

type Held = Extract<EmbeddedReport, { status: 'held' }>

/**
 * The embedded Postgres of a data folder, in a process of its own that is started again when it dies. Where the app has it open
 * already, a `command` gets that one's address, also when the app is only just starting. Throws an Error with a sentence.
 */
export async function openDatabase(dataDir: string, purpose: Purpose = 'app'): Promise<OpenDatabase> {
  const folder = requireFolder(dataDir)
  const deadline = performance.now() + PATIENCE_MS
  for (;;) {
    const holder = await tryToOpen(folder, purpose)
    if ('url' in holder) return holder
    if (purpose === 'app' && !holder.isPassing) throw heldBy(holder, dataDir)

    const url = await untilServed(folder, holder)
    if (url) return { url, lost: new Promise(() => {}), close: async () => {} }
    if (performance.now() > deadline) throw heldBy(holder, dataDir)
  }
}

/** Null when the app that holds the folder does not serve it yet, or a command is about to leave it. */
async function untilServed(folder: string, holder: Held): Promise<string | null> {
  for (let looks = 0; looks < LOOKS; looks++) {
    const url = holder.isPassing ? null : findAddress(folder, holder.pid)
    if (url) return url
    await pause(LOOK_MS)
  }
  return null
}

async function tryToOpen(folder: string, purpose: Purpose): Promise<OpenDatabase | Held> {
  const socketFolder = mkdtempSync(join(tmpdir(), 'debrief-'))
  const start = () => startEmbedded(folder, socketFolder, purpose)
  const first = await start()
  const { report } = first
  if (report.status === 'ready') return { url: report.url, ...keepRunning(first, start, folder) }

  await first.close()
  rmSync(socketFolder, { recursive: true, force: true })
  if (report.status === 'held') return report
  throw new Error(`The embedded database in ${folder} could not be opened: ${report.reason}`)
}

function requireFolder(dataDir: string): string {
  const folder = resolve(dataDir)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    return folder
  } catch (error) {
    throw new Error(`DATA_DIR names ${folder}, which cannot be used: ${reasonOf(error)}`, { cause: error })
  }
}

function heldBy({ pid, host }: Held, dataDir: string) {
  return new Error(
    `Process ${pid} on ${host} has ${dataDir} open. Stop it first, or set DATA_DIR to another folder. ` +
      `If that machine is gone for good, delete ${dataDir}/postgres.lock.`,
  )
}
