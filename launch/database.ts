import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { embeddedReport, readAddress } from './embedded-address'

export type OpenDatabase = { url: string; close(): Promise<void> }

const PROGRAM = fileURLToPath(new URL('embedded-postgres.ts', import.meta.url))

/**
 * The embedded Postgres of a data folder, in a process of its own. When another process has it open already, a caller
 * that says `join` gets that one's address; any other gets an Error with a sentence.
 */
export async function openDatabase(dataDir: string, { join = false } = {}): Promise<OpenDatabase> {
  const folder = resolve(dataDir)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const child = fork(PROGRAM, [folder], {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const exited = once(child, 'exit')
  const first = await Promise.race([once(child, 'message'), exited.then(() => undefined)])
  if (!first) throw new Error(`The embedded database in ${dataDir} could not be opened.`)

  const report = embeddedReport.parse(first[0])
  if (report.status === 'ready') {
    const close = async () => {
      if (child.connected) child.disconnect()
      await exited
    }
    return { url: report.url, close }
  }
  if (!join) {
    throw new Error(
      `Process ${report.pid} on ${report.host} has ${dataDir} open. Stop it first, or set DATA_DIR to another folder. ` +
        `If that machine is gone for good, delete ${dataDir}/postgres.lock.`,
    )
  }
  return { url: readAddress(folder), close: async () => {} }
}
