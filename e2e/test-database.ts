import { cpSync } from 'node:fs'
import { openDatabase } from '../launch/database'
import { embeddedFolders } from '../launch/embedded-address'
import type { TestDatabase } from '../lib/db/testing/database'
import { unpackEmptyDatabase } from '../lib/db/testing/empty-database'
import { createDatabase } from '../lib/db/testing/server-database'
import { temporaryFolder } from './temporary-folder'

type Template = { template: string; close: () => Promise<void> }

/** Embedded, or one in the real PostgreSQL server that TEST_DATABASE_URL names; empty, or a copy of this template. */
export function openTestDatabase(template?: string): Promise<TestDatabase> {
  const server = process.env.TEST_DATABASE_URL
  if (server) return createDatabase(server, template && `TEMPLATE ${template}`)
  return openEmbedded(temporaryFolder('installation'), template)
}

/** Whatever `prepare` does at this address is there from the beginning in each copy. */
export async function makeTemplate(prepare: (databaseUrl: string) => Promise<void>): Promise<Template> {
  const server = process.env.TEST_DATABASE_URL
  const folder = temporaryFolder('template')
  const { url, close } = await (server ? createDatabase(server) : openEmbedded(folder))
  await prepare(url)
  if (server) return { template: new URL(url).pathname.slice(1), close }
  await close()
  return { template: embeddedFolders(folder).data, close: async () => {} }
}

async function openEmbedded(dataDir: string, template?: string): Promise<TestDatabase> {
  const { data } = embeddedFolders(dataDir)
  if (template) cpSync(template, data, { recursive: true })
  else await unpackEmptyDatabase(data)
  return openDatabase(dataDir)
}
