import { readFileSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { inject } from 'vitest'
import { PostgresSocket } from '../embedded/postgres-socket'
import { createDatabase } from './server-database'

export type TestDatabase = { url: string; close: () => Promise<void> }

export function openTestDatabase(): Promise<TestDatabase> {
  const server = process.env.TEST_DATABASE_URL
  return server ? createDatabase(server) : openEmbedded()
}

async function openEmbedded(): Promise<TestDatabase> {
  const engine = await PGlite.create({ loadDataDir: new Blob([readFileSync(inject('emptyDatabase'))]) })
  const socket = new PostgresSocket(engine)
  const port = await socket.listen(0)
  const close = async () => {
    await socket.close()
    await engine.close()
  }
  return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, close }
}
