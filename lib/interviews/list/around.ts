import 'server-only'
import { and, eq, sql, type SQL } from 'drizzle-orm'
import type { Executor } from '../../db/client'
import { rowsAtMost } from '../../db/fixed-limit'
import type { InterviewId } from '../interview-id'
import { seen } from '../seen'
import { alikeIn, selectAlike, walkFrom } from './alike'
import { MOST_COUNTED } from './counted'
import type { Neighbours } from './list'
import { countOf, type Listed } from './listed'
import { isAfter, isBefore, isIndexed, orderBy, reverseOrderBy, sortColumn } from './order'
import type { Sort } from './sort'

type One = { id: InterviewId; sort: Sort; matching: SQL }

/** Who stands before and after one of a list; null when the list does not hold it. */
export function findAround(on: Executor, list: Listed, one: One): Promise<Neighbours | null> {
  return isIndexed(one.sort) || list.found.length > 0 ? findWalked(on, list, one) : findNearby(on, list, one)
}

/** By a walk from there in both directions, where an index has the order or the list is what a search found. */
async function findWalked(
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

/**
 * Where no index has the order: who stands beside it is mostly one that is alike, and an index has these, so that all are read but once,
 * to count how many stand before it.
 */
async function findNearby(
  on: Executor,
  { bare, source }: Listed,
  { id, sort, matching }: One,
): Promise<Neighbours | null> {
  const own = on.$with('own').as(
    on
      .select({
        value: sql`${sortColumn(sort)}`.as('value'),
        ...{ alike: sql`${alikeIn(sort)}`.as('alike'), firstSeenAt: sql`${seen.firstSeenAt}`.as('first_seen_at') },
      })
      .from(source)
      .where(and(matching, eq(seen.id, id))),
  )
  const here = {
    ...{ value: sql`(SELECT value FROM ${own})`, id: sql`${id}::text` },
    ...{ alike: sql`(SELECT alike FROM ${own})`, firstSeenAt: sql`(SELECT first_seen_at FROM ${own})` },
  }
  const nearest = (isForward: boolean) => {
    const alikes = selectAlike(on, source, matching, { walk: walkFrom(sort, isForward, here), most: 1 })
    const others = on
      .select({ id: seen.id })
      .from(source)
      .where(and(matching, isForward ? isAfter(sort, here) : isBefore(sort, here)))
      .orderBy(isForward ? orderBy(sort) : reverseOrderBy(sort))
      .limit(rowsAtMost(1))
    return sql<string | null>`coalesce(${alikes}, ${others})`
  }
  const before = on.$with('before').as(
    on
      .select({ count: sql<number>`count(*)::int`.as('count') })
      .from(source)
      .where(and(matching, isBefore(sort, here))),
  )
  const [around] = await on
    .with(own, before)
    .select({
      previous: sql<string | null>`CASE WHEN ${before.count} > 0 THEN ${nearest(false)} END`,
      next: nearest(true),
      position: sql<number>`1 + least(${before.count}, ${rowsAtMost(MOST_COUNTED + 1)})`,
      total: countOf(bare, matching, 'bounded'),
    })
    .from(own)
    .crossJoin(before)
  return around ?? null
}
