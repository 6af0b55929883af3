import 'server-only'
import { and, inArray, sql, type SQL } from 'drizzle-orm'
import type { Reader } from '../../auth/viewer'
import type { Executor } from '../../db/client'
import { rowsAtMost } from '../../db/fixed-limit'
import { rowColumns } from '../row'
import { interviewsMeeting, interviewsOf, seen, titled } from '../seen'
import type { Position } from './cursor'
import type { InterviewFilter } from './filter'
import { countOf } from './listed'
import { isAfter, orderBy, sortColumn, sortValue } from './order'
import { AS_OF } from './since'

type Asked = { filter: InterviewFilter; matching: SQL; position: Position | null }

/** What each row of a page tells besides itself. */
const besides = ({ filter: { sort } }: Asked, total: SQL<number>) => ({
  sortValue: sortValue(sort),
  total,
  asOf: AS_OF,
})

/** The rows of a page, and the next one where there is one; an index has them in this order. */
export function selectPage(reader: Reader, on: Executor, asked: Asked) {
  const { filter, matching, position } = asked
  const interviews = interviewsOf(reader)
  return on
    .select({ ...rowColumns, ...besides(asked, countOf(interviews, matching, filter.total)) })
    .from(titled(interviews))
    .where(position === null ? matching : and(matching, isAfter(filter.sort, position)))
    .orderBy(orderBy(filter.sort))
    .limit(rowsAtMost(filter.limit + 1))
}

/**
 * The same where all that match are looked at, since a search found them or no index has them in this order: of each only what it
 * is sorted by is read until it is known which are on the page.
 */
export function selectSortedPage(reader: Reader, on: Executor, asked: Asked & { condition: SQL }) {
  const { condition, filter, matching, position } = asked
  const { sort, limit } = filter
  const found = on.$with('found').as(
    on
      .select({ id: sql<string>`${seen.id}`.as('id'), value: sql`${sortColumn(sort)}`.as('value') })
      .from(titled(interviewsMeeting(reader, condition)))
      .where(matching),
  )
  const at = { value: sql`${found.value}`, id: sql`${found.id}` }
  const ofPage = on
    .select({ id: found.id })
    .from(found)
    .where(position === null ? sql`true` : isAfter(sort, position, at))
    .orderBy(orderBy(sort, at))
    .limit(rowsAtMost(limit + 1))
  return on
    .with(found)
    .select({ ...rowColumns, ...besides(asked, countOf(found, sql`true`, filter.total)) })
    .from(titled(interviewsOf(reader)))
    .where(inArray(seen.id, ofPage))
    .orderBy(orderBy(sort))
}
