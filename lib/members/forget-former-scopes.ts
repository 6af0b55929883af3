import 'server-only'
import { lt, sql } from 'drizzle-orm'
import { db } from '../db/client'
import { formerScopes } from '../db/schema/members'
import { recurring, type Job } from '../jobs/job'

const HOUR_SECONDS = 3_600
/** An hour longer than a list is told what has left it. */
const KEPT_HOURS = 25

/** Forgets what members could see before, once no list that is open asks for it. */
export const forgetFormerScopes: Job<object> = {
  kind: 'members.forget_former_scopes',
  ...recurring(HOUR_SECONDS),
  async run() {
    await db()
      .delete(formerScopes)
      .where(lt(formerScopes.endedAt, sql`now() - ${KEPT_HOURS}::int * interval '1 hour'`))
  },
}
