import 'server-only'
import { sql, type SQL } from 'drizzle-orm'
import type { Executor } from '../../db/client'
import { rowsAtMost } from '../../db/fixed-limit'
import { seen } from '../seen'
import { STATUSES } from '../status'
import type { Position } from './cursor'
import type { Listed } from './listed'
import { boundOf, idsRise, isAfter, isBefore, orderBy, readStatusValue, reverseOrderBy, sortColumn } from './order'
import { NEWEST_FIRST, type Sort } from './sort'

/** Rows looked at for those that are alike. */
const NEARBY = 2_000

/**
 * Rows that are alike in a list, from a place on: an index has them in the order of the list, and no other row stands between two of them
 * that are next to each other.
 */
type Walk = { isAlike: SQL; isBeyond: SQL; order: SQL }

/** What a row has in common with those alike, and where it stands among them. */
type Here = { alike: SQL; firstSeenAt: SQL; id: SQL }

/** What rows have to have in common. */
export function alikeIn(sort: Sort): SQL {
  return sort.key === 'status' ? seen.status : sortColumn(sort)
}

/** Of the same status they come as they arrived, and else by their ids. */
export function walkFrom(sort: Sort, isForward: boolean, { alike, firstSeenAt: value, id }: Here): Walk {
  const isAlike = sql`${alikeIn(sort)} = ${alike}`
  if (sort.key === 'status') {
    const isDown = isForward !== sort.descending
    const isBeyond = (isDown ? isAfter : isBefore)(NEWEST_FIRST, { value, id })
    return { isAlike, isBeyond, order: isDown ? orderBy(NEWEST_FIRST) : reverseOrderBy(NEWEST_FIRST) }
  }
  return isForward === idsRise(sort)
    ? { isAlike, isBeyond: sql`${seen.id} > ${id}`, order: sql`${seen.id}` }
    : { isAlike, isBeyond: sql`${seen.id} < ${id}`, order: sql`${seen.id} DESC` }
}

/** Behind a position, or from the first row on where it is known what that has: null where it is not. */
export function walkBehind(sort: Sort, position: Position | null): Walk | null {
  if (position !== null) return walkFrom(sort, true, hereAt(sort, position))
  if (sort.key !== 'status') return null
  const first = sort.descending ? STATUSES.at(-1) : STATUSES[0]
  return {
    ...walkFrom(sort, true, hereAt(sort, { value: 0, id: '' })),
    isAlike: sql`${seen.status} = ${first}`,
    isBeyond: sql`true`,
  }
}

function hereAt(sort: Sort, { value, id: ofRow }: Position): Here {
  const id = sql`${ofRow}`
  if (sort.key !== 'status') return { alike: boundOf(sort, value), firstSeenAt: sql`NULL`, id }
  const { status, arrival } = readStatusValue(Number(value))
  return { alike: sql`${status}`, firstSeenAt: boundOf(NEWEST_FIRST, arrival), id }
}

/** Those of a list that are alike and come next, as far as they are near; all others are not looked at. */
export function selectAlike(
  on: Executor,
  source: Listed['source'],
  matching: SQL,
  { walk, most }: { walk: Walk; most: number },
) {
  const near = on
    .select({
      ...{ id: seen.id, firstSeenAt: seen.firstSeenAt },
      isNext: sql<boolean>`((${matching}) AND ${walk.isAlike})`.as('is_next'),
    })
    .from(source)
    .where(walk.isBeyond)
    .orderBy(walk.order)
    .limit(rowsAtMost(NEARBY))
    // As the order calls it.
    .as('interviews')
  return on
    .select({ id: near.id })
    .from(near)
    .where(sql`${near.isNext}`)
    .orderBy(walk.order)
    .limit(rowsAtMost(most))
}
