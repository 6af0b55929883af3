import { sortKey } from '../text/sort-key'
import { memberLabel, type Author } from './member'

/** In the order of what they are called, as people sort names; those of one name by their address. */
export function inLabelOrder<Row>(rows: readonly Row[], memberOf: (row: Row) => Author): Row[] {
  const keyed = rows.map((row) => ({ row, email: memberOf(row).email, key: sortKey(memberLabel(memberOf(row))) ?? '' }))
  return keyed.toSorted((a, b) => compare(a.key, b.key) || compare(a.email, b.email)).map(({ row }) => row)
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
