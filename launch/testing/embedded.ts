import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'
import { vi } from 'vitest'
import { unpackEmptyDatabase } from '../../lib/db/testing/empty-database'
import { embeddedFolders } from '../embedded-address'

export const PROGRAM = fileURLToPath(new URL('../embedded-postgres.ts', import.meta.url))

// Each test starts several processes, and a machine may be slow.
vi.setConfig({ testTimeout: 240_000 })

export const temporaryFolder = () => mkdtempSync(join(tmpdir(), 'embedded-'))

/** A data folder with an empty database in it. */
export async function dataFolder() {
  const folder = temporaryFolder()
  await unpackEmptyDatabase(embeddedFolders(folder).data)
  return folder
}

export async function insert({ client, acknowledged }: { client: Client; acknowledged: number[] }) {
  const { rows } = await client.query<{ id: number }>(
    'INSERT INTO kept SELECT coalesce(max(id), 0) + 1 FROM kept RETURNING id',
  )
  if (rows[0]) acknowledged.push(rows[0].id)
}

export async function connect(url: string) {
  const client = new Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  return client
}

export async function storedIds(client: Client) {
  const { rows } = await client.query<{ id: number }>('SELECT id FROM kept')
  return rows.map((row) => row.id)
}

export async function untilConnected(url: string): Promise<Client> {
  return vi.waitFor(() => connect(url), { timeout: 60_000, interval: 100 })
}

/** The process that the folder's last ticket names. */
export function holderOf(folder: string): number {
  const lock = join(folder, 'postgres.lock')
  const last = readdirSync(lock).findLast((name) => name.startsWith('ticket-')) ?? ''
  const { pid } = JSON.parse(readFileSync(join(lock, last), 'utf8')) as { pid: number }
  return pid
}
