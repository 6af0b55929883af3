import 'server-only'
import { and, sql, type SQL, type SQLWrapper } from 'drizzle-orm'
import type { Reader } from '../../auth/viewer'
import { isAmong } from '../../db/among'
import { db, type Executor } from '../../db/client'
import { rowsAtMost } from '../../db/fixed-limit'
import { rowColumns } from '../row'
import { interviewsMeeting, interviewsOf, seen, titled } from '../seen'
import { selectAlike, walkBehind } from './alike'
import type { Position } from './cursor'
import type { InterviewFilter } from './filter'
import { countOf } from './listed'
import { isAfter, orderBy, sortColumn, sortValue } from './order'
import { AS_OF } from './since'

export type Asked = { filter: InterviewFilter; matching: SQL; position: Position | null }

/** What each row of a page tells besides itself. */
const besides = ({ filter: { sort } }: Asked, value?: SQL) => ({ sortValue: sortValue(sort, value), asOf: AS_OF })

/** The rows of a page, and the next one where there is one; an index has them in this order. */
export function selectPage(reader: Reader, on: Executor, asked: Asked) {
  const { filter, matching, position } = asked
  const interviews = interviewsOf(reader)
  return on
    .select({ ...rowColumns, ...besides(asked), total: countOf(interviews, matching, filter.total) })
    .from(titled(interviews))
    .where(position === null ? matching : and(matching, isAfter(filter.sort, position)))
    .orderBy(orderBy(filter.sort))
    .limit(rowsAtMost(filter.limit + 1))
}

/**
 * The same where no index has them in this order: those that are alike to the last one read, where they fill the page; else of all that
 * match only what they are sorted by is read until it is known which are on the page.
 */
export function selectSortedPage(reader: Reader, on: Executor, asked: Asked) {
  const { filter, matching, position } = asked
  const { sort, limit, total } = filter
  const interviews = interviewsOf(reader)
  const ofPage = on
    .select({ id: seen.id })
    .from(titled(interviews))
    .where(position === null ? matching : and(matching, isAfter(sort, position)))
    .orderBy(orderBy(sort))
    .limit(rowsAtMost(limit + 1))
  const walk = walkBehind(sort, position)
  const ids = walk
    ? ifFull(selectAlike(on, titled(interviews), matching, { walk, most: limit + 1 }), ofPage, limit)
    : sql`ARRAY${ofPage}`
  return (
    on
      .select({ ...rowColumns, ...besides(asked), total: countOf(interviews, matching, total) })
      .from(titled(interviews))
      // Looked up one by one: as a list to join with, all rows would be put together first, with all that stands beside them.
      .where(sql`${seen.id} = ANY(${ids})`)
      .orderBy(orderBy(sort))
  )
}

/** The others are looked for only where these are no more than a page. */
function ifFull(some: SQLWrapper, others: SQLWrapper, limit: number): SQL {
  return sql`CASE WHEN cardinality(ARRAY${some}) > ${rowsAtMost(limit)} THEN ARRAY${some} ELSE ARRAY${others} END`
}

/** What a search finds for a page: by a statement of its own, as what is said of how to find them must not hold for their rows. */
export function selectFoundPage(reader: Reader, on: Executor, asked: Asked & { condition: SQL }) {
  const { total } = asked.filter
  const { found, value, isOnPage, order, most } = sorted(reader, on, asked)
  return on
    .with(found)
    .select({ id: found.id, ...besides(asked, value), total: countOf(found, sql`true`, total) })
    .from(found)
    .where(isOnPage)
    .orderBy(order)
    .limit(most)
}

/** The next rows of a list that meet a condition on each, and no more than a page: none is looked at beyond so many pages. */
export function selectNextThatSay(
  reader: Reader,
  asked: Asked,
  { says, pagesAhead }: { says: SQL; pagesAhead: number },
) {
  const { filter, matching, position } = asked
  const { sort, limit } = filter
  const page = limit + 1
  const next = db()
    .select({
      ...{ id: seen.id, flowId: seen.flowId, showsAssessment: sql`${seen.showsAssessment}`.as('shows_assessment') },
      value: sql`${sortColumn(sort)}`.as('value'),
    })
    .from(titled(interviewsOf(reader)))
    .where(position === null ? matching : and(matching, isAfter(sort, position)))
    .orderBy(orderBy(sort))
    .limit(rowsAtMost(pagesAhead * page))
    // As what it is asked calls it.
    .as('interviews')
  const at = { value: sql`${next.value}`, id: sql`${next.id}` }
  return db()
    .select({ id: next.id, ...besides(asked, at.value) })
    .from(next)
    .where(says)
    .orderBy(orderBy(sort, at))
    .limit(rowsAtMost(page))
}

/** The rows of those that were found, in any order. */
export function selectRows(reader: Reader, ids: string[]) {
  return db()
    .select(rowColumns)
    .from(titled(interviewsOf(reader)))
    .where(isAmong(seen.id, ids))
}

/** All that match, each with nothing but what it is sorted by, and what a page is of them. */
function sorted(reader: Reader, on: Executor, { condition, filter, matching, position }: Asked & { condition: SQL }) {
  const { sort, limit } = filter
  const found = on.$with('found').as(
    on
      .select({ id: sql<string>`${seen.id}`.as('id'), value: sql`${sortColumn(sort)}`.as('value') })
      .from(titled(interviewsMeeting(reader, condition)))
      .where(matching),
  )
  const at = { value: sql`${found.value}`, id: sql`${found.id}` }
  const isOnPage = position === null ? sql`true` : isAfter(sort, position, at)
  return { found, value: at.value, isOnPage, order: orderBy(sort, at), most: rowsAtMost(limit + 1) }
}
