import { sql } from 'drizzle-orm'
import { expect } from 'vitest'
import { db, type Transaction } from '../client'

/** Or is through. On a server it waits for this very transaction; the embedded database lets nobody in meanwhile. */
export async function untilItWaits(tx: Transaction, started: Promise<unknown>) {
  if (!process.env.TEST_DATABASE_URL) return
  let isOver = false
  void started.finally(() => (isOver = true))
  const { rows } = await tx.execute<{ pid: number }>(sql`SELECT pg_backend_pid() AS pid`)
  // From outside: within a transaction its view of the others stays as it was.
  const waiting = sql`SELECT FROM pg_stat_activity WHERE ${rows[0]?.pid}::int = ANY (pg_blocking_pids(pid))`
  await expect.poll(async () => isOver || (await db().execute(waiting)).rowCount === 1).toBe(true)
}
