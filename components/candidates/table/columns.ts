import { SCORE_NAMES } from '@/lib/assessment/scores'
import type { Sort, SortKey } from '@/lib/interviews/list/sort'
import { SCORE_LABELS } from '../../score-names'

/** A column is called as the list is sorted by it. `width` in pixels is its least; with `grows` it shares what is left. */
type Column = { name: SortKey; label: string; width: number; grows?: number }

const SCORE_COLUMNS: Column[] = SCORE_NAMES.map((name) => ({ name, label: SCORE_LABELS[name], width: 96 }))

/** All there are, in their order on the screen. */
export const COLUMNS: Column[] = [
  { name: 'candidate', label: 'Candidate', width: 156, grows: 2.2 },
  { name: 'email', label: 'Email', width: 150, grows: 1.4 },
  { name: 'flow', label: 'Flow', width: 120, grows: 1.4 },
  { name: 'team', label: 'Team', width: 90, grows: 1 },
  { name: 'state', label: 'State', width: 96 },
  { name: 'score', label: 'Score', width: 96 },
  ...SCORE_COLUMNS,
  { name: 'talk', label: 'Talk', width: 56 },
  { name: 'duration', label: 'Length', width: 64 },
  { name: 'recording', label: 'Recording', width: 76 },
  { name: 'seen', label: 'Seen', width: 64 },
]

export const DEFAULT_COLUMNS: SortKey[] = ['candidate', 'flow', 'state', 'score', 'talk', 'duration', 'seen']

/** Kept in a cookie, so that the server already draws the columns that this reader chose last. */
export const COLUMNS_COOKIE = 'debrief-columns'

/** The candidate is always there, being the way in. */
export function readColumns(cookie: string | undefined): SortKey[] {
  if (cookie === undefined) return DEFAULT_COLUMNS
  const chosen = new Set(['candidate', ...cookie.split('.')])
  return COLUMNS.map(({ name }) => name).filter((name) => chosen.has(name))
}

export function writeColumns(columns: SortKey[]): string {
  return columns.join('.')
}

export function shownColumns(columns: SortKey[]): Column[] {
  return COLUMNS.filter(({ name }) => columns.includes(name))
}

const GAP = 16
const GUTTER = 24

/** For `grid-template-columns`, the same in every row; and the least width, in pixels, that has room for it. */
export function columnLayout(columns: SortKey[]): { template: string; least: number } {
  const shown = shownColumns(columns)
  const template = shown.map(({ width, grows }) => (grows ? `minmax(${width}px, ${grows}fr)` : `${width}px`)).join(' ')
  const widths = shown.reduce((sum, { width }) => sum + width, 0)
  return { template, least: widths + GAP * (shown.length - 1) + 2 * GUTTER }
}

/** Words sort from A, numbers and times from the largest. */
const WORDS: SortKey[] = ['candidate', 'email', 'flow', 'team', 'state']

/** What choosing a column leads to: its natural direction, then the other one. */
export function sortBy(key: SortKey, sort: Sort): Sort {
  return { key, descending: sort.key === key ? !sort.descending : !WORDS.includes(key) }
}
