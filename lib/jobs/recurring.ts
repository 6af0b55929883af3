import 'server-only'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { db, type Executor } from '../db/client'
import { jobs } from '../db/schema/jobs'
import type { Job } from './job'

/** A recurring job is there once. */
const KEY = 'recurring'

/** The row of a recurring job, which tells how its last runs went. */
export function isRecurring(kind: string) {
  return and(eq(jobs.kind, kind), eq(jobs.key, KEY), isNull(jobs.outcome))
}

/**
 * Brings the recurring ones among these jobs into the table. One that is there keeps its time, but for this: a process that
 * begins owes nothing to a rest that another had made longer than the interval.
 */
export async function schedule(among: Job[]): Promise<void> {
  for (const { kind, every } of among) {
    if (!every) continue
    const afterLast = sql`coalesce(${jobs.endedAt}, now()) + ${every()}::float8 * interval '1 second'`
    await db()
      .insert(jobs)
      .values({ kind, key: KEY, payload: {} })
      .onConflictDoUpdate({
        target: [jobs.kind, jobs.key],
        targetWhere: sql`outcome IS NULL`,
        set: { runAt: sql`least(${jobs.runAt}, ${afterLast})` },
      })
  }
}

/** Has a recurring job run now; one that is running runs again. `notify` makes it begin at once. */
export async function makeDue(kind: string, on: Executor = db()): Promise<void> {
  await on
    .update(jobs)
    .set({ runAt: sql`now()`, rerunRequested: sql`${jobs.claim} IS NOT NULL` })
    .where(isRecurring(kind))
}
