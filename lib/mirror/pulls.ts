import 'server-only'
import { getTableColumns, sql } from 'drizzle-orm'
import { db } from '../db/client'
import { jobs } from '../db/schema/jobs'
import { mirrorLists, unreadableItems } from '../db/schema/mirror'
import { isRecurring } from '../jobs/recurring'

export const PULL_KIND = 'mirror.pull'

/**
 * How the last pulls went and when the next is due, as their job tells it, and how much of Ribbon's could not be read; undefined
 * until a first replica has begun.
 */
export async function findPulls() {
  const seen = sql<number>`(SELECT coalesce(sum(seen), 0)::int FROM ${mirrorLists})`
  const unreadable = sql<number>`(SELECT count(*)::int FROM ${unreadableItems})`
  const [row] = await db()
    .select({ ...getTableColumns(jobs), seen, unreadable })
    .from(jobs)
    .where(isRecurring(PULL_KIND))
  return row
}
