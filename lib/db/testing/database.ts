import { Client } from 'pg'
import { inject } from 'vitest'
import { migrate } from '../migrate'
import { bringToMigrated, dropEverything } from './migrated'
import { createDatabase } from './server-database'

export type TestDatabase = { url: string; close: () => Promise<void> }

/** A database with all migrations: a copy on the server that TEST_DATABASE_URL names, else this worker's embedded one, anew. */
export async function openMigratedDatabase(): Promise<TestDatabase> {
  const server = process.env.TEST_DATABASE_URL
  const database = await (server ? createDatabase(server, `TEMPLATE ${inject('template')}`) : embedded(bringToMigrated))
  process.env.DATABASE_URL = database.url
  await migrate()
  return database
}

/** An empty database: one of its own on the server that TEST_DATABASE_URL names, else this worker's embedded one, emptied. */
export function openTestDatabase(): Promise<TestDatabase> {
  const server = process.env.TEST_DATABASE_URL
  return server ? createDatabase(server) : embedded(dropEverything)
}

async function embedded(prepare: (client: Client, url: string) => Promise<void>): Promise<TestDatabase> {
  const url = inject('engines')[Number(process.env.VITEST_POOL_ID) - 1]
  if (!url) throw new Error(`there is no engine for worker ${process.env.VITEST_POOL_ID}`)
  const client = new Client({ connectionString: url })
  await client.connect()
  await prepare(client, url)
  await client.end()
  return { url, close: async () => {} }
}
