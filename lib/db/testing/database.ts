import { PGlite } from '@electric-sql/pglite'
import { Client } from 'pg'
import { PostgresSocket } from '../embedded/postgres-socket'

export type TestDatabase = { url: string; close: () => Promise<void> }

export function openTestDatabase(): Promise<TestDatabase> {
  const server = process.env.TEST_DATABASE_URL
  return server ? createDatabase(server) : openEmbedded()
}

async function openEmbedded(): Promise<TestDatabase> {
  const engine = await PGlite.create()
  const socket = new PostgresSocket(engine)
  const port = await socket.listen(0)
  const close = async () => {
    await socket.close()
    await engine.close()
  }
  return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, close }
}

async function createDatabase(server: string): Promise<TestDatabase> {
  const name = `test_${crypto.randomUUID().replaceAll('-', '')}`
  await runOn(server, `CREATE DATABASE ${name}`)
  const url = new URL(server)
  url.pathname = name
  return { url: url.href, close: () => runOn(server, `DROP DATABASE ${name} WITH (FORCE)`) }
}

async function runOn(server: string, statement: string) {
  const client = new Client({ connectionString: server })
  await client.connect()
  await client.query(statement)
  await client.end()
}
