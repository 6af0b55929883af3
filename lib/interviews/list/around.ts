import 'server-only'
import { and, eq, sql, type SQL } from 'drizzle-orm'
import type { Executor } from '../../db/client'
import { rowsAtMost } from '../../db/fixed-limit'
import type { InterviewId } from '../interview-id'
import { seen } from '../seen'
import { MOST_COUNTED } from './counted'
import type { Neighbours } from './list'
import { countOf, type Listed } from './listed'
import { isAfter, isBefore, orderBy, reverseOrderBy, sortColumn } from './order'
import type { Sort } from './sort'

type One = { id: InterviewId; sort: Sort; matching: SQL }

/** Who stands before and after one of a list; null when the list does not hold it. Where an index has the order it is walked from there. */
export async function findAround(
  on: Executor,
  { found, bare, source }: Listed,
  { id, sort, matching }: One,
): Promise<Neighbours | null> {
  const isHere = and(matching, eq(seen.id, id))
  const value = on
    .select({ value: sortColumn(sort) })
    .from(source)
    .where(isHere)
  const here = { value: sql`${value}`, id: sql`${id}::text` }
  const walked = (which: SQL, order: SQL, most: number) =>
    on.select({ id: seen.id }).from(source).where(and(matching, which)).orderBy(order).limit(rowsAtMost(most))
  const back = walked(isBefore(sort, here), reverseOrderBy(sort), MOST_COUNTED + 1).as('back')
  const before = on.$with('before').as(
    on
      .select({
        count: sql<number>`count(*)::int`.as('count'),
        nearest: sql<string | null>`(array_agg(${back.id}))[1]`.as('nearest'),
      })
      .from(back),
  )
  const [around] = await on
    .with(...found, before)
    .select({
      previous: before.nearest,
      next: sql<string | null>`${walked(isAfter(sort, here), orderBy(sort), 1)}`,
      position: sql<number>`1 + ${before.count}`,
      total: countOf(bare, matching, 'bounded'),
    })
    .from(source)
    .crossJoin(before)
    .where(isHere)
  return around ?? null
}
