import type { Client } from 'pg'
import { migrate } from '../migrate'

/** What changes with any table, function or trigger, and with no row of ours. */
const CATALOGS = [
  ...['pg_namespace', 'pg_type', 'pg_attribute', 'pg_attrdef', 'pg_constraint', 'pg_index', 'pg_trigger', 'pg_proc'],
]
/** Of each how many rows it has, and which transaction changed it last. */
const SCHEMA = CATALOGS.map((name) => `SELECT count(*) || ':' || max(xmin::text::bigint) AS told FROM ${name}`)

/**
 * This database, which only its migrations have changed. Where no test has changed more than rows since it was that before, they
 * alone are taken away: a tenth of what it takes to drop and migrate.
 */
export async function bringToMigrated(client: Client, url: string) {
  await client.query('DISCARD ALL')
  await client.query('DROP SCHEMA IF EXISTS kept CASCADE')
  const { rows } = await client.query<{ kept: string | null }>(
    `SELECT obj_description(to_regnamespace('migrated'), 'pg_namespace') AS kept`,
  )
  const kept = rows[0]?.kept
  if (kept && kept === (await schemaOf(client))) return takeRowsAway(client)
  await dropEverything(client)
  process.env.DATABASE_URL = url
  await migrate()
  await keepMigrated(client)
}

export async function dropEverything(client: Client) {
  await client.query('DISCARD ALL')
  await client.query('DROP SCHEMA public CASCADE; DROP SCHEMA IF EXISTS kept, migrated CASCADE')
  await client.query('CREATE SCHEMA public')
}

/** With the rows that migrations have written. */
async function keepMigrated(client: Client) {
  const tables = await namesOf(client, 'pg_tables')
  const copies = tables.map((name) => `CREATE TABLE migrated.${name} AS TABLE public.${name}`)
  await client.query(['CREATE SCHEMA migrated', ...copies].join(';'))
  await client.query(`COMMENT ON SCHEMA migrated IS '${await schemaOf(client)}'`)
}

async function takeRowsAway(client: Client) {
  const tables = await namesOf(client, 'pg_tables')
  const sequences = await namesOf(client, 'pg_sequences')
  await client.query(
    [
      // The log lets nobody take anything away.
      `BEGIN; SET LOCAL session_replication_role = 'replica'`,
      `TRUNCATE ${tables.map((name) => `public.${name}`).join(', ')}`,
      ...tables.map((name) => `INSERT INTO public.${name} OVERRIDING SYSTEM VALUE TABLE migrated.${name}`),
      ...sequences.map((name) => `ALTER SEQUENCE public.${name} RESTART`),
      // What was counted in the rows that were there.
      'DELETE FROM pg_statistic; COMMIT',
    ].join(';'),
  )
}

async function schemaOf(client: Client): Promise<string> {
  const { rows } = await client.query<{ told: string }>(
    `SELECT string_agg(told, ' ') AS told FROM (${SCHEMA.join(' UNION ALL ')}) AS catalogs`,
  )
  return rows[0]?.told ?? ''
}

async function namesOf(client: Client, catalog: 'pg_tables' | 'pg_sequences'): Promise<string[]> {
  const name = catalog.replace(/^pg_(\w+)s$/, '$1name')
  const { rows } = await client.query<{ name: string }>(
    `SELECT ${name} AS name FROM ${catalog} WHERE schemaname = 'public' ORDER BY 1`,
  )
  return rows.map((row) => row.name)
}
