import 'server-only'
import { lt, sql } from 'drizzle-orm'
import { db } from '../db/client'
import { auditReads } from '../db/schema/audit'
import { recurring, type Job } from '../jobs/job'

const EVERY_SECONDS = 3_600

/** Forgets what was looked at in hours that are over: it is told. */
export const forgettingReads: Job<object> = {
  kind: 'audit.forget_reads',
  ...recurring(EVERY_SECONDS),
  async run() {
    await db()
      .delete(auditReads)
      .where(lt(auditReads.hour, sql`date_trunc('hour', now()) - interval '1 hour'`))
  },
}
