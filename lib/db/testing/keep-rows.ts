import { sql } from 'drizzle-orm'
import { db, pool } from '../client'

/** The log takes nothing back: it goes on with what a test had told. */
const LOG = ['audit_events', 'audit_leaves', 'audit_seals', 'audit_origins', 'audit_kept_heads']

/** Keeps all rows but the log's as they are now; what it returns brings them back, whatever has become of them. */
export async function keepRows(): Promise<() => Promise<void>> {
  const { rows } = await db().execute<{ name: string }>(
    sql`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
  )
  const tables = rows.map(({ name }) => name).filter((name) => !LOG.includes(name))
  await sendAll([
    'DROP SCHEMA IF EXISTS kept CASCADE',
    'CREATE SCHEMA kept',
    ...tables.map((name) => `CREATE TABLE kept.${name} AS TABLE public.${name}`),
  ])
  const bringingBack = tables.flatMap((name) => [
    `DELETE FROM public.${name}`,
    `INSERT INTO public.${name} OVERRIDING SYSTEM VALUE TABLE kept.${name}`,
  ])
  // Without what a trigger does, and in whatever order: no row is anybody's doing.
  return () => sendAll([`SET LOCAL session_replication_role = 'replica'`, ...bringingBack])
}

/** As one message, in a transaction. */
async function sendAll(statements: string[]) {
  const client = await pool().connect()
  try {
    await client.query(['BEGIN', ...statements, 'COMMIT'].join(';'))
    client.release()
  } catch (error) {
    client.release(error as Error)
    throw error
  }
}
