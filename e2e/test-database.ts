import { openDatabase } from '../launch/database'
import type { TestDatabase } from '../lib/db/testing/database'
import { createDatabase } from '../lib/db/testing/server-database'
import { temporaryFolder } from './temporary-folder'

/** An empty database: embedded, or one in the real PostgreSQL server that TEST_DATABASE_URL names. */
export function openTestDatabase(): Promise<TestDatabase> {
  const server = process.env.TEST_DATABASE_URL
  return server ? createDatabase(server) : openDatabase(temporaryFolder('installation'))
}
