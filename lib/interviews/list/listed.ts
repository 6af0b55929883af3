import 'server-only'
import { sql, type SQL, type Subquery } from 'drizzle-orm'
import type { Reader } from '../../auth/viewer'
import type { Executor } from '../../db/client'
import { rowsAtMost } from '../../db/fixed-limit'
import { NOTHING } from '../../db/nothing'
import { foundBy, interviewsOf, seen, titled } from '../seen'
import { MOST_COUNTED, type Counting } from './counted'

/** What a list is read from: the interviews of its reader, or those of them that a search finds, which have to go before the query. */
export function listed(reader: Reader, condition: SQL | null) {
  const found = condition === null ? null : foundBy(reader, condition)
  const bare = found ?? interviewsOf(reader)
  return { found: found ? [found] : [], bare, source: titled(bare) }
}

export type Listed = ReturnType<typeof listed>

/** How many of them meet a condition. */
export function countOf(of: Subquery, which: SQL, counting: Counting): SQL<number> {
  const most = counting === 'exact' ? sql`ALL` : sql`${rowsAtMost(MOST_COUNTED + 1)}`
  return sql<number>`(SELECT count(*)::int FROM (SELECT FROM ${of} WHERE ${which} LIMIT ${most}) AS counted)`
}

/** Of a list as a whole. */
export async function countListed(
  on: Executor,
  { found, bare }: Listed,
  matching: SQL,
  counting: Counting,
): Promise<number> {
  const [counted] = await on
    .with(...found)
    .select({ total: countOf(bare, matching, counting) })
    .from(NOTHING)
  return counted?.total ?? 0
}

export async function listIds(on: Executor, { found, source }: Listed, which: SQL): Promise<string[]> {
  const rows = await on
    .with(...found)
    .select({ id: seen.id })
    .from(source)
    .where(which)
    .orderBy(seen.id)
  return rows.map(({ id }) => id)
}
