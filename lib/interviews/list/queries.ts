import 'server-only'
import { desc, sql, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { z } from 'zod'
import { listAttempts } from '../../attempts/queries'
import type { Reader } from '../../auth/viewer'
import { isAmong } from '../../db/among'
import { db } from '../../db/client'
import { rowsAtMost } from '../../db/fixed-limit'
import { explain } from '../../search/explain'
import { parseQuery, type Query } from '../../search/query'
import { searching } from '../../search/searching'
import { toRow, rowColumns } from '../row'
import { departedFrom, hasNewScope, interviewsOf, seen, titled } from '../seen'
import { findAround } from './around'
import { writeCursor } from './cursor'
import { EVERYTHING, type CountedFilter, type InterviewFilter } from './filter'
import { findPlaces } from './found-places'
import type { CountedChoice, InterviewPage, ListNews, Neighbours } from './list'
import { countListed, listed, listIds } from './listed'
import { CHOICE_COLUMNS, narrowingBy } from './narrowing'
import { isAfter, isIndexed, orderBy, readPosition } from './order'
import { selectPage, selectRows, selectSortedPage, type Asked } from './page'
import { changedSources, isRowSince } from './row-sources'
import { AS_OF, EVER, isOfAnotherServer, isSince, writeAsOf, type Since } from './since'
import type { InterviewId } from '../interview-id'

const MOST_NEWS = 100

/** A day; what left which team or flow when, and who saw what until when, is kept an hour longer. */
const NEWS_AGE_MS = 86_400_000

const MOMENTS_A_ROW = 3
/** Of a filter; the rarest are left out. */
const MOST_CHOICES = 1_000

const NO_NEWS = { held: [] as string[], count: null }

/** Throws `invalid_input` for a cursor that no list gave. */
export async function listInterviews(reader: Reader, filter: InterviewFilter): Promise<InterviewPage> {
  const { sort, cursor, limit } = filter
  const position = cursor === null ? null : readPosition(sort, cursor)
  const asked = { filter, matching: narrowingBy(filter), position }
  const query = parseQuery(filter.q)
  const { places, ...page } = await (query.length === 0 ? readPage(reader, asked) : searchPage(reader, query, asked))
  // Behind the last page there is no row to say it.
  const count = places.length === 0 && position !== null ? await countAll(reader, filter) : 0
  const last = places.length > limit ? places[limit - 1] : undefined
  return {
    ...page,
    total: places[0]?.total ?? count,
    nextCursor: last ? writeCursor(sort.key, { value: last.sortValue, id: last.id }) : null,
    asOf: writeAsOf(places[0]?.asOf ?? EVER),
  }
}

async function readPage(reader: Reader, asked: Asked) {
  const { sort, limit } = asked.filter
  const places = await (isIndexed(sort) ? selectPage(reader, db(), asked) : selectSortedPage(reader, db(), asked))
  const items = places.slice(0, limit).map((row) => toRow(row))
  const ids = items.map(({ id }) => id)
  return { places, items, moments: {}, reasons: {}, attempts: await listAttempts(reader, ids) }
}

/** What has gone out of sight since it was found is left out. */
async function searchPage(reader: Reader, query: Query, asked: Asked) {
  const { places, terms } = await findPlaces(reader, query, asked)
  const ids = places.slice(0, asked.filter.limit).map(({ id }) => id)
  const rows = selectRows(reader, ids).then((read) => inOrder(ids, read).map((row) => toRow(row)))
  const [items, explained, attempts] = await Promise.all([
    rows,
    explain(reader, terms, { ids, rows }, MOMENTS_A_ROW),
    listAttempts(reader, ids),
  ])
  return { places, items, ...explained, attempts }
}

function inOrder<Row extends { id: string }>(ids: string[], rows: Row[]): Row[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

function countAll(reader: Reader, filter: InterviewFilter): Promise<number> {
  return searching(reader, parseQuery(filter.q), (on, condition) =>
    countListed(on, listed(reader, condition), narrowingBy(filter), filter.total),
  )
}

/**
 * What happened to a list since it was read, up to `filter.cursor`: cheap while nothing did. Throws `invalid_input` for a cursor
 * that no list gave.
 */
export async function findNews(reader: Reader, filter: InterviewFilter, since: Since): Promise<ListNews> {
  const { sort, cursor } = filter
  const isNew = sql<boolean>`${isSince(seen.firstSeenIn, since)}`
  const isRead = cursor === null ? sql`true` : sql`NOT ${isAfter(sort, readPosition(sort, cursor))}`
  const matching = narrowingBy(filter)
  const query = parseQuery(filter.q)
  // Its `asOf` is the first of all, so that what happens in between is told again rather than never.
  const { left, isOutdated, isRescoped, asOf, sources } = await happenedSince(reader, since)
  const rows = await db()
    .select({ ...rowColumns, isNew })
    .from(titled(interviewsOf(reader)))
    .where(isRowSince(since, sources))
    .orderBy(desc(seen.updatedIn))
    .limit(rowsAtMost(MOST_NEWS + 1))
  const isNews = rows.length > 0 || left.length > 0 || isRescoped
  const ids = rows.map(({ id }) => id)
  const holds = sql`${isAmong(seen.id, ids)} AND (${matching}) AND (${isNew} OR ${isRead})`
  const { held, count } = isNews
    ? await searching(reader, query, async (on, condition) => {
        const list = listed(reader, condition)
        return {
          held: ids.length === 0 ? [] : await listIds(on, list, holds),
          count: await countListed(on, list, matching, filter.total),
        }
      })
    : NO_NEWS

  const told = rows.slice(0, MOST_NEWS)
  const changed = told.filter((row) => !row.isNew).map((row) => toRow(row))
  return {
    arrived: told.map(({ id }) => id).filter((id) => held.includes(id)),
    changed,
    ...(await explain(reader, query, { ids: changed.map(({ id }) => id), rows: changed }, MOMENTS_A_ROW)),
    attempts: await listAttempts(
      reader,
      told.map(({ id }) => id),
    ),
    left,
    isOutdated,
    missed: rows.length > MOST_NEWS,
    total: count,
    asOf: count === null ? since.asOf : writeAsOf(asOf),
  }
}

const happenings = z.object({
  ...{ asOf: z.string(), isUnknown: z.boolean(), isRescoped: z.boolean(), left: z.array(z.string()) },
  sources: z.array(z.array(z.string())),
})

/**
 * `left` has left this reader's scope since then, and they could see it until it did. The list `isOutdated` where that is too much
 * or too long ago to tell, and where they have another scope now, so that something may have come into it. `sources` is for
 * `isRowSince`.
 */
async function happenedSince(reader: Reader, since: Since) {
  const counts = (transaction: PgColumn | SQL) => isSince(transaction, since)
  const { rows } = await db().execute(
    sql`SELECT ${AS_OF} AS "asOf", ${isOfAnotherServer(since)} AS "isUnknown", ${hasNewScope(reader, counts)} AS "isRescoped",
      ARRAY(${departedFrom(reader, counts)} LIMIT ${rowsAtMost(MOST_NEWS + 1)}) AS "left", ${changedSources(reader, since)} AS "sources"`,
  )
  const { left, isUnknown, ...happened } = happenings.parse(rows[0])
  const isLongAgo = !isOfEver(since, reader) && Date.parse(since.at) < Date.now() - NEWS_AGE_MS
  const isUntold = isUnknown || isLongAgo || left.length > MOST_NEWS
  return { ...happened, left: isUntold ? [] : left, isOutdated: isUntold || happened.isRescoped }
}

/** Who sees everything is told all there is of an empty list. */
function isOfEver({ at }: Since, { scope }: Reader): boolean {
  return scope === 'all' && EVER.startsWith(at)
}

/** Who stands before and after this interview in a list, which is not counted for it; null when the list does not hold it. */
export async function findNeighbours(
  reader: Reader,
  filter: InterviewFilter,
  id: InterviewId,
): Promise<Neighbours | null> {
  const one = { id, sort: filter.sort, matching: narrowingBy(filter) }
  return searching(reader, parseQuery(filter.q), (on, condition) => findAround(on, listed(reader, condition), one))
}

/** The ids of all that a list holds, on whatever page, in its order: no more than `most`. */
export async function listAllIds(reader: Reader, filter: InterviewFilter, most: number): Promise<InterviewId[]> {
  return searching(reader, parseQuery(filter.q), async (on, condition) => {
    const { found, source } = listed(reader, condition)
    const rows = await on
      .with(...found)
      .select({ id: sql<InterviewId>`${seen.id}` })
      .from(source)
      .where(narrowingBy(filter))
      .orderBy(orderBy(filter.sort))
      .limit(rowsAtMost(most))
    return rows.map(({ id }) => id)
  })
}

/**
 * How many interviews each value of a filter would leave by itself, under the other filters; one that would leave none is not
 * among them.
 */
export async function countChoices(
  reader: Reader,
  filter: InterviewFilter,
  by: CountedFilter,
): Promise<CountedChoice[]> {
  const value = CHOICE_COLUMNS[by]
  const matching = narrowingBy({ ...filter, [by]: EVERYTHING[by] })
  const count = sql<number>`count(*)::int`
  return searching(reader, parseQuery(filter.q), async (on, condition) => {
    const { found, bare } = listed(reader, condition)
    return (
      on
        .with(...found)
        .select({ value, count })
        .from(bare)
        .where(sql`(${matching}) AND ${value} IS NOT NULL`)
        .groupBy(value)
        // The order of those with as many must not depend on what the reader may not see.
        .orderBy(desc(count), value)
        .limit(rowsAtMost(MOST_CHOICES))
    )
  })
}
