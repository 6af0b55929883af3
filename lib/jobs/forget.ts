import 'server-only'
import { lt, sql } from 'drizzle-orm'
import { db } from '../db/client'
import { EMPTY, jobs } from '../db/schema/jobs'
import { recurring, type Job } from './job'

const KEPT_DAYS = 30
const HOUR_SECONDS = 3_600

/** Forgets the jobs that ended long ago, with what refers to them, and what rows looked like before. */
export const forgetEnded: Job<object> = {
  kind: 'jobs.forget_ended',
  ...recurring(HOUR_SECONDS),
  async run() {
    // Of a version that kept them.
    await db()
      .update(jobs)
      .set({ payload: EMPTY })
      .where(sql`${jobs.outcome} IS NOT NULL AND ${jobs.payload} <> ${EMPTY}`)
    const isOld = lt(jobs.endedAt, sql`now() - ${KEPT_DAYS}::int * interval '1 day'`)
    await db()
      .delete(jobs)
      .where(sql`${jobs.outcome} IS NOT NULL AND ${isOld}`)
    // Recurring jobs write their row all day, and in the embedded database nobody else takes the former ones away.
    await db().execute(sql`VACUUM ${jobs}`)
  },
}
