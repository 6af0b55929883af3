import 'server-only'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { db, type Executor } from '../db/client'
import { jobs } from '../db/schema/jobs'
import type { FailureCode } from '../errors'
import type { Job } from './job'

/** A recurring job is there once. */
const KEY = 'recurring'
const RATE_LIMITED: FailureCode = 'ribbon_rate_limited'

/** The row of a recurring job, which tells how its last runs went. */
export function isRecurring(kind: string) {
  return and(eq(jobs.kind, kind), eq(jobs.key, KEY), isNull(jobs.outcome))
}

/**
 * Brings the recurring ones among these jobs into the table. One that is there keeps its time, but for this: a process that
 * begins owes nothing to a rest that another had made longer than the interval, unless Ribbon asked for it.
 */
export async function schedule(among: Job[]): Promise<void> {
  for (const { kind, every } of among) {
    if (!every) continue
    const wasAskedToWait = sql`${jobs.lastFailureCode} IS NOT DISTINCT FROM ${RATE_LIMITED}`
    const afterLast = sql`coalesce(${jobs.endedAt}, now()) + ${every()}::float8 * interval '1 second'`
    await db()
      .insert(jobs)
      .values({ kind, key: KEY, payload: {} })
      .onConflictDoUpdate({
        target: [jobs.kind, jobs.key],
        targetWhere: sql`outcome IS NULL`,
        set: { runAt: sql`CASE WHEN ${wasAskedToWait} THEN ${jobs.runAt} ELSE least(${jobs.runAt}, ${afterLast}) END` },
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
