import type { InterviewRow } from '@/lib/interviews/interview'
import { STATUSES, type Status } from '@/lib/interviews/status'
import type { ReadPage } from './loaded-list'

/** `ordinals` as `ordinalsOf` says them, of the rows of this part. */
export type StatusGroup = { status: Status; parts: { page: ReadPage; ordinals: string }[] }

type Sorted = {
  pages: ReadPage[]
  ordinals: string[]
  descending: boolean
  /** There is nothing behind what has been read. */
  isWhole: boolean
  /** What it is by now. */
  statusOf: (row: InterviewRow) => Status
}

/**
 * The rows of a list that is sorted by status, below their statuses, as far as it has been read. What is changed meanwhile moves
 * there at once; where the list has not been read so far it stays where it was.
 */
export function groupByStatus({ pages, ordinals, descending, isWhole, statusOf }: Sorted): StatusGroup[] {
  const order = descending ? STATUSES.toReversed() : STATUSES
  const last = pages.findLast(({ items }) => items.length > 0)?.items.at(-1)
  const reached = isWhole || !last ? order.length - 1 : order.indexOf(last.status)
  const placeOf = (row: InterviewRow) => {
    const place = order.indexOf(statusOf(row))
    return place > reached ? Math.min(order.indexOf(row.status), reached) : place
  }
  return order.slice(0, reached + 1).map((status, place) => ({
    status,
    parts: pages.flatMap((page, index) => {
      const places = ordinals[index]?.split(' ') ?? []
      const kept = page.items.flatMap((row, at) => (placeOf(row) === place ? [{ row, ordinal: places[at] ?? '' }] : []))
      if (kept.length === 0) return []
      const items = kept.map(({ row }) => row)
      return [{ page: { ...page, items }, ordinals: kept.map(({ ordinal }) => ordinal).join(' ') }]
    }),
  }))
}
