import type { Sort, SortKey } from '@/lib/interviews/sort'

export const COLUMNS = [
  { key: 'candidate', label: 'Candidate' },
  { key: 'flow', label: 'Flow' },
  { key: 'state', label: 'State' },
  { key: 'score', label: 'Score' },
  { key: 'talk', label: 'Talk' },
  { key: 'duration', label: 'Length' },
  { key: 'seen', label: 'Seen' },
] as const satisfies { key: SortKey; label: string }[]

/** Numbers and times sort from the largest first, words from A. */
const DESCENDING_FIRST: SortKey[] = ['score', 'talk', 'duration', 'seen']

/** What choosing a column leads to: its natural direction, then the other one. */
export function sortBy(key: SortKey, sort: Sort): Sort {
  return { key, descending: sort.key === key ? !sort.descending : DESCENDING_FIRST.includes(key) }
}
