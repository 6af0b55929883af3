import 'server-only'
import { drizzle } from 'drizzle-orm/node-postgres'
import { Pool } from 'pg'
import { databaseUrl } from '../env'

// Next loads a module several times in one process; the pool must exist once.
const shared = globalThis as typeof globalThis & { debriefPool?: Pool }

const MAX_CONNECTIONS = 10

export function pool(): Pool {
  shared.debriefPool ??= openPool()
  return shared.debriefPool
}

export function db() {
  return drizzle(pool())
}

export type Database = ReturnType<typeof db>
/** A transaction offers the same reads and writes. */
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0]

export async function closePool() {
  const open = shared.debriefPool
  shared.debriefPool = undefined
  await open?.end()
}

function openPool() {
  const opened = new Pool({
    connectionString: databaseUrl(),
    max: MAX_CONNECTIONS,
    connectionTimeoutMillis: 10_000,
  })
  // An idle connection that the server ends must not end the process; the next query opens another.
  opened.on('error', () => {})
  return opened
}
