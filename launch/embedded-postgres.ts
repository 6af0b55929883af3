/** The embedded database's own process: one opener of the folder, ended with the process that started it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { FolderHeld, lockFolder } from './folder-lock'
import { PostgresSocket } from '../lib/db/embedded/postgres-socket'
import { embeddedFolders, type EmbeddedReport, writeAddress } from './embedded-address'

const dataDir = process.argv[2]
if (!dataDir || !process.send) throw new Error('embedded-postgres is started by launch/database.ts')

await serve(dataDir).catch((error: unknown) => {
  if (!(error instanceof FolderHeld)) throw error
  report({ status: 'held', pid: error.holder.pid, host: error.holder.host })
  process.disconnect()
})

async function serve(dataDir: string) {
  const folders = embeddedFolders(dataDir)
  const lock = lockFolder(folders.lock)
  // Not in the data folder: a socket's path may have only about a hundred characters.
  const socketFolder = mkdtempSync(join(tmpdir(), 'debrief-'))
  const engine = await PGlite.create(folders.data)
  const server = new PostgresSocket(engine)
  await server.listen(join(socketFolder, '.s.PGSQL.5432'))
  const url = `postgres://postgres@localhost/postgres?host=${encodeURIComponent(socketFolder)}`
  writeAddress(dataDir, url)

  const stop = async () => {
    await server.close()
    await engine.close()
    rmSync(socketFolder, { recursive: true, force: true })
    lock.release()
    process.exit(0)
  }
  process.once('disconnect', () => void stop())
  report({ status: 'ready', url })
}

// A Ctrl-C reaches every process of the terminal; this one outlives the app, which still has things to write.
process.on('SIGINT', () => {})
process.on('SIGTERM', () => {})

function report(message: EmbeddedReport) {
  process.send?.(message)
}
