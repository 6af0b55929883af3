import 'server-only'
import { and, eq, sql, type SQL } from 'drizzle-orm'
import type { Executor } from '../../db/client'
import { rowsAtMost } from '../../db/fixed-limit'
import type { InterviewId } from '../interview-id'
import { seen } from '../seen'
import type { Neighbours } from './list'
import { countOf, type Listed } from './listed'
import { isAfter, isBefore, isEver, orderBy, reverseOrderBy, sortColumn, sortValue } from './order'
import type { Sort } from './sort'

type One = { id: InterviewId; sort: Sort; matching: SQL }

/**
 * Who stands before and after one of a list; null when the list does not hold it. Where a row may lack what the list is sorted by,
 * an index is walked from it only once it is known whether it does: by a statement before.
 */
export async function findAround(
  on: Executor,
  { found, bare, source }: Listed,
  { id, sort, matching }: One,
): Promise<Neighbours | null> {
  const isHere = and(matching, eq(seen.id, id))
  const here = on.$with('here').as(
    on
      .select({ id: sql<string>`${seen.id}`.as('id'), value: sql`${sortColumn(sort)}`.as('value') })
      .from(source)
      .where(isHere),
  )
  const read = () =>
    on
      .with(...found)
      .select({ id: seen.id, value: sortValue(sort) })
      .from(source)
      .where(isHere)
  const [position] = isEver(sort) ? [FOUND_HERE] : await read()
  if (!position) return null

  const [before, after] = [isBefore(sort, position), isAfter(sort, position)]
  const nearest = (which: SQL, order: SQL) =>
    on.select({ id: seen.id }).from(source).where(and(matching, which)).orderBy(order).limit(rowsAtMost(1))
  const [around] = await on
    .with(...found, here)
    .select({
      previous: sql<string | null>`${nearest(before, reverseOrderBy(sort))}`,
      next: sql<string | null>`${nearest(after, orderBy(sort))}`,
      position: sql<number>`1 + ${countOf(source, sql`(${matching}) AND ${before}`, 'bounded')}`,
      total: countOf(bare, matching, 'bounded'),
    })
    .from(here)
  return around ?? null
}

const FOUND_HERE = { id: sql`(SELECT id FROM here)`, value: sql`(SELECT value FROM here)` }
