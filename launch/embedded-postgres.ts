/** The embedded database's own process: one opener of the folder, ended with the process that started it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { FolderHeld, lockFolder } from './folder-lock'
import { PostgresSocket } from '../lib/db/embedded/postgres-socket'
import { reasonOf } from './disk-failure'
import { embeddedFolders, type EmbeddedReport, writeAddress } from './embedded-address'
import { showLiveness } from './liveness'

// A Ctrl-C reaches every process of the terminal; this one outlives the app, which still has things to write.
process.on('SIGINT', () => {})
process.on('SIGTERM', () => {})

// A socket's path may have only about a hundred characters, so it is not in the data folder.
const [dataDir, socketFolder = mkdtempSync(join(tmpdir(), 'debrief-')), purpose] = process.argv.slice(2)
if (!dataDir || !process.send) throw new Error('embedded-postgres is started by launch/embedded-process.ts')

showLiveness()
let stop = async () => {}
// Whoever started this may go away before the database is open.
process.once('disconnect', () => void stop().finally(() => process.exit(0)))

await serve(dataDir).catch((error: unknown) => {
  if (error instanceof FolderHeld) report({ status: 'held', ...error.holder })
  else report({ status: 'failed', reason: reasonOf(error) })
  if (process.connected) process.disconnect()
})

async function serve(dataDir: string) {
  const folders = embeddedFolders(dataDir)
  const lock = lockFolder(folders.lock, { isPassing: purpose === 'command' })
  stop = async () => lock.release()
  const engine = await PGlite.create(folders.data)
  const server = new PostgresSocket(engine, { onBroken: giveUp })
  stop = async () => {
    await server.close()
    await engine.close()
    rmSync(socketFolder, { recursive: true, force: true })
    lock.release()
  }
  const socket = join(socketFolder, '.s.PGSQL.5432')
  // Of a predecessor that was killed.
  rmSync(socket, { force: true })
  await server.listen(socket)
  const url = `postgres://postgres@localhost/postgres?host=${encodeURIComponent(socketFolder)}`
  writeAddress(dataDir, url)
  report({ status: 'ready', url })
}

/** Whoever started this starts it again; it cannot be closed any more. */
function giveUp(lastWords: string) {
  console.error(`The embedded database has given up: ${lastWords.replaceAll(/[^\x20-\x7e]+/g, ' ').trim()}`)
  process.exit(1)
}

function report(message: EmbeddedReport) {
  if (process.connected) process.send?.(message)
}
