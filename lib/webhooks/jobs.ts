import 'server-only'
import { isNull, lt, and, sql } from 'drizzle-orm'
import { z } from 'zod'
import { db } from '../db/client'
import { webhookDeliveries } from '../db/schema/webhooks'
import { backoff, recurring, type Job } from '../jobs/job'
import { mirrorInterview } from '../mirror/mirror'
import { LONGEST_COOL_DOWN_SECONDS } from '../ribbon/cool-down'

const MOST_ATTEMPTS = 8
const KEPT_DAYS = 30
const HOUR_SECONDS = 3_600

/** Fetches an interview, once for all its announcements. What is given up the sweep brings, which needs no announcement. */
export const fetchAnnounced: Job<{ interviewId: string }> = {
  kind: 'webhooks.fetch_announced',
  payload: z.object({ interviewId: z.string() }),
  atOnce: 1,
  ...backoff(MOST_ATTEMPTS),
  longestWait: () => LONGEST_COOL_DOWN_SECONDS,
  run: ({ interviewId }) => mirrorInterview(interviewId),
}

/** Forgets what arrived long ago and brought no job; the others go with their jobs. */
export const forgetDeliveries: Job<object> = {
  kind: 'webhooks.forget_deliveries',
  ...recurring(HOUR_SECONDS),
  async run() {
    const isOld = lt(webhookDeliveries.receivedAt, sql`now() - ${KEPT_DAYS}::int * interval '1 day'`)
    await db()
      .delete(webhookDeliveries)
      .where(and(isNull(webhookDeliveries.jobId), isOld))
  },
}
