import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Readable } from 'node:stream'
import { type EmbeddedReport, embeddedReport } from './embedded-address'
import { LIVENESS_FD, watchLiveness } from './liveness'

/** The app keeps the folder for as long as it runs, a command only for the moment. */
export type Purpose = 'app' | 'command'
export type EmbeddedProcess = { report: EmbeddedReport; exited: Promise<unknown>; close(): Promise<void> }

const PROGRAM = fileURLToPath(new URL('embedded-postgres.ts', import.meta.url))

/**
 * Resolves with its first report: a process that ends without one has `failed`. It ends with this process, at `close`, or when
 * it stands still: nobody else would notice.
 */
export async function startEmbedded(folder: string, socketFolder: string, purpose: Purpose): Promise<EmbeddedProcess> {
  if (!existsSync(PROGRAM)) throw new Error('There is no embedded database in this installation: set DATABASE_URL.')
  const child = fork(PROGRAM, [folder, socketFolder, purpose], {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc', 'pipe'],
  })
  const exited = once(child, 'exit')
  const signs = child.stdio[LIVENESS_FD]
  if (signs instanceof Readable) watchLiveness(signs, () => endStanding(child))
  const first = await Promise.race([once(child, 'message'), exited.then(() => undefined)])
  const report: EmbeddedReport = first
    ? embeddedReport.parse(first[0])
    : { status: 'failed', reason: 'its process ended before it was open.' }
  const close = async () => {
    if (child.connected) child.disconnect()
    await exited
  }
  return { report, exited, close }
}

function endStanding(child: ChildProcess) {
  console.error('The embedded database stands still, so its process is ended.')
  child.kill('SIGKILL')
}
