import 'server-only'
import { join } from 'node:path'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import type { Client } from 'pg'
import { log } from '../log'
import { connectForLong } from './client'

/** Any constant: replicas that start together queue up behind it. */
const MIGRATION_LOCK = 7_243_911
/** SQLSTATE: PostgreSQL has ended one of two that waited for each other. */
const DEADLOCK = '40P01'
const MOST_ATTEMPTS = 5

/**
 * Applies what is missing, all of it in one transaction: a start that dies half-way leaves the schema unchanged, and of
 * many starts at once each migration is applied by exactly one. One that lost its locks to a replica of the version before
 * begins anew.
 */
export async function migrate(folder = join(process.cwd(), 'lib/db/migrations')) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await migrateOnce(folder)
    } catch (cause) {
      if (!isDeadlock(cause) || attempt === MOST_ATTEMPTS) throw cause
      log.warn({ cause }, 'a migration and another transaction waited for each other; it begins anew')
    }
  }
}

async function migrateOnce(folder: string) {
  const client = await connectForLong()
  try {
    await client.query('BEGIN')
    await client.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK])
    await applyMissing(client, folder)
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {})
    throw error
  } finally {
    await client.end()
  }
}

function isDeadlock(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === DEADLOCK
}

async function applyMissing(client: Client, folder: string) {
  await client.query(
    'CREATE TABLE IF NOT EXISTS migrations (hash text PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now())',
  )
  const { rows } = await client.query<{ hash: string }>('SELECT hash FROM migrations')
  const applied = new Set(rows.map((row) => row.hash))

  for (const migration of readMigrationFiles({ migrationsFolder: folder })) {
    if (applied.has(migration.hash)) continue
    for (const statement of migration.sql) await client.query(statement)
    await client.query('INSERT INTO migrations (hash) VALUES ($1)', [migration.hash])
  }
}
