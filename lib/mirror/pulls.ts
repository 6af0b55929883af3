import 'server-only'
import { and, eq, gt, isNotNull, lte, notExists, or, sql } from 'drizzle-orm'
import { db } from '../db/client'
import { jobs } from '../db/schema/jobs'
import { mirrorLists } from '../db/schema/mirror'
import { PULL_KIND, PULLS, pulls, type Pulls } from '../jobs/pulls'
import { isRecurring } from '../jobs/recurring'

/** By a statement of its own: with who asks for a page they come without one. */
export async function findPulls(): Promise<Pulls> {
  const { rows } = await db().execute(sql`SELECT ${PULLS} AS pulls`)
  return pulls.parse(rows[0]?.pulls)
}

/** So long a first pull has the process to itself; one that takes longer is indexed while it goes on. */
const ALONE = '15 minutes'

/** Whether everything is being read for the first time: not while that rests because Ribbon does not answer. */
export async function isFirstPullUnderWay(): Promise<boolean> {
  const { status, passedAt, beganAt } = mirrorLists
  const isRead = or(isNotNull(passedAt), lte(beganAt, sql`now() - ${ALONE}::interval`))
  const read = db()
    .select()
    .from(mirrorLists)
    .where(and(eq(status, 'completed'), isRead))
  const isPulling = or(gt(jobs.claimedUntil, sql`now()`), lte(jobs.runAt, sql`now()`))
  return (await db().$count(jobs, and(isRecurring(PULL_KIND), isPulling, notExists(read)))) > 0
}
