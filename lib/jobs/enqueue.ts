import 'server-only'
import { sql } from 'drizzle-orm'
import { db, type Executor } from '../db/client'
import { jobs } from '../db/schema/jobs'
import type { Job } from './job'

type Wanted<Payload> = { payload: Payload; key?: string }

/**
 * Stores a piece of work, to be done by any replica once this is committed, and tells its id. One of the same kind and key
 * that waits is due now, with all its attempts; one that runs will run again. `notify` makes it begin at once.
 */
export async function enqueue<Payload>(
  { kind, payload: schema }: Job<Payload>,
  { payload, key }: Wanted<Payload>,
  executor: Executor = db(),
): Promise<string> {
  const [row] = await executor
    .insert(jobs)
    .values({ kind, key, payload: schema.parse(payload) })
    .onConflictDoUpdate({
      target: [jobs.kind, jobs.key],
      targetWhere: sql`outcome IS NULL`,
      set: {
        payload: sql`excluded.payload`,
        runAt: sql`excluded.run_at`,
        rerunRequested: sql`${jobs.claim} IS NOT NULL`,
        attempts: sql`CASE WHEN ${jobs.claim} IS NULL THEN 0 ELSE ${jobs.attempts} END`,
        cancelRequested: false,
      },
    })
    .returning({ id: jobs.id })
  if (!row) throw new Error('a job was not stored')
  return row.id
}
