import { randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { type OpenDatabase, openDatabase } from '../launch/database'

/** An empty database: in the PostgreSQL server that TEST_DATABASE_URL names, embedded where none is named. */
export async function emptyDatabase(): Promise<OpenDatabase> {
  const server = process.env.TEST_DATABASE_URL
  if (!server) return openDatabase(mkdtempSync(join(tmpdir(), 'installation-')))

  const name = `e2e_${randomUUID().replaceAll('-', '')}`
  await ask(server, `CREATE DATABASE ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  const close = async () => {
    await ask(server, `DROP DATABASE ${name} WITH (FORCE)`)
  }
  return { url: url.href, close }
}

/** The rows that one statement returns, over a connection of its own. */
export async function ask(databaseUrl: string, statement: string): Promise<unknown[]> {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows
  } finally {
    await client.end()
  }
}
