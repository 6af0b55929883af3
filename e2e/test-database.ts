import { openDatabase } from '../launch/database'
import { embeddedFolders } from '../launch/embedded-address'
import type { TestDatabase } from '../lib/db/testing/database'
import { unpackEmptyDatabase } from '../lib/db/testing/empty-database'
import { createDatabase } from '../lib/db/testing/server-database'
import { temporaryFolder } from './temporary-folder'

/** An empty database: embedded, or one in the real PostgreSQL server that TEST_DATABASE_URL names. */
export function openTestDatabase(): Promise<TestDatabase> {
  const server = process.env.TEST_DATABASE_URL
  return server ? createDatabase(server) : openEmbedded(temporaryFolder('installation'))
}

async function openEmbedded(dataDir: string): Promise<TestDatabase> {
  await unpackEmptyDatabase(embeddedFolders(dataDir).data)
  return openDatabase(dataDir)
}
