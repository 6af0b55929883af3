import 'server-only'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { db } from '../db/client'
import { EMPTY, jobs } from '../db/schema/jobs'
import { jobEvents } from './notify'

const isRunning = sql`(${jobs.claim} IS NOT NULL AND ${jobs.claimedUntil} > now())`

/**
 * What waits is over. What runs is told to stop, at once in this process and with its next heartbeat in another; if it has
 * succeeded before it noticed, it has. What has ended stays as it is.
 */
export async function cancel(id: string): Promise<void> {
  await db()
    .update(jobs)
    .set({
      outcome: sql`CASE WHEN ${isRunning} THEN NULL ELSE 'cancelled' END`,
      payload: sql`CASE WHEN ${isRunning} THEN ${jobs.payload} ELSE ${EMPTY} END`,
      endedAt: sql`CASE WHEN ${isRunning} THEN ${jobs.endedAt} ELSE now() END`,
      cancelRequested: sql`${isRunning}`,
      rerunRequested: false,
    })
    .where(and(eq(jobs.id, id), isNull(jobs.outcome)))
  jobEvents().dispatchEvent(new Event('cancel'))
}
