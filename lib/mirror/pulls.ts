import 'server-only'
import { and, eq, getTableColumns, gt, isNotNull, lte, notExists, or, sql } from 'drizzle-orm'
import { db } from '../db/client'
import { jobs } from '../db/schema/jobs'
import { mirrorLists, unreadableItems } from '../db/schema/mirror'
import { isRecurring } from '../jobs/recurring'
import { isAnyToCome } from '../search/indexed'

export const PULL_KIND = 'mirror.pull'

/**
 * How the last pulls went and when the next is due, as their job tells it, how much of Ribbon's could not be read, and whether
 * anything of it is still to be indexed; undefined until a first replica has begun.
 */
export async function findPulls() {
  const seen = sql<number>`(SELECT coalesce(sum(seen), 0)::int FROM ${mirrorLists})`
  const unreadable = sql<number>`(SELECT count(*)::int FROM ${unreadableItems})`
  const [row] = await db()
    .select({ ...getTableColumns(jobs), seen, unreadable, isAnyToCome })
    .from(jobs)
    .where(isRecurring(PULL_KIND))
  return row
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
