import { SCORE_NAMES } from '@/lib/assessment/scores'
import type { InterviewFilter } from '@/lib/interviews/list/filter'
import type { Sort, SortKey } from '@/lib/interviews/list/sort'
import { SCORE_LABELS } from '../../score-names'

/**
 * A column is called as the list is sorted by it. `width` in pixels is its least, `dense` where there is little room; with
 * `grows` it shares what is left.
 */
type Column = { name: SortKey; label: string; width: number; dense?: number; grows?: number }

const SCORE_COLUMNS: Column[] = SCORE_NAMES.map((name) => ({ name, label: SCORE_LABELS[name], width: 96 }))

/** All there are, in their order on the screen. */
export const COLUMNS: Column[] = [
  { name: 'candidate', label: 'Candidate', width: 156, dense: 124, grows: 2.2 },
  // The first that goes where there is no room.
  { name: 'email', label: 'Email', width: 0, grows: 1.4 },
  { name: 'flow', label: 'Flow', width: 120, dense: 84, grows: 1.4 },
  { name: 'team', label: 'Team', width: 90, grows: 1 },
  { name: 'state', label: 'State', width: 96, dense: 88 },
  { name: 'score', label: 'Score', width: 96, dense: 48 },
  ...SCORE_COLUMNS,
  { name: 'votes', label: 'Votes', width: 112, dense: 76 },
  { name: 'talk', label: 'Talk', width: 56, dense: 44 },
  { name: 'duration', label: 'Length', width: 64, dense: 52 },
  { name: 'recording', label: 'Recording', width: 76 },
  { name: 'you', label: 'You', width: 52, dense: 44 },
  { name: 'notes', label: 'Notes', width: 64, dense: 56 },
  { name: 'status', label: 'Status', width: 96, dense: 80 },
  { name: 'seen', label: 'Arrived', width: 64, dense: 52 },
]

/** Shown to whoever has chosen none, and to whoever chose before there were these. */
const LATER_COLUMNS: SortKey[] = ['votes', 'you', 'notes', 'status']
export const DEFAULT_COLUMNS: SortKey[] = [
  ...(['candidate', 'flow', 'state', 'score', 'votes', 'talk', 'duration', 'you', 'notes', 'status', 'seen'] as const),
]

/** Kept in a cookie, so that the server already draws the columns that this reader chose last. */
export const COLUMNS_COOKIE = 'debrief-columns'

/** The candidate is always there, being the way in. */
export function readColumns(cookie: string | undefined): SortKey[] {
  if (cookie === undefined) return DEFAULT_COLUMNS
  const said = cookie.split('.')
  const unasked = LATER_COLUMNS.filter((name) => !said.includes(without(name)))
  const chosen = new Set<string>(['candidate', ...said, ...unasked])
  return COLUMNS.map(({ name }) => name).filter((name) => chosen.has(name))
}

export function writeColumns(columns: SortKey[]): string {
  return [...columns, ...LATER_COLUMNS.filter((name) => !columns.includes(name)).map((name) => without(name))].join('.')
}

function without(name: SortKey): string {
  return `-${name}`
}

/** What all rows have in common need not stand in each. */
export function columnsUnder(filter: Pick<InterviewFilter, 'flow'>, columns: SortKey[]): SortKey[] {
  return filter.flow.length === 1 ? columns.filter((name) => name !== 'flow') : columns
}

export function shownColumns(columns: SortKey[]): Column[] {
  return COLUMNS.filter(({ name }) => columns.includes(name))
}

/** In pixels, as candidate-row.module.css has them. */
const SPACE = { usual: { gap: 16, gutter: 24 }, dense: { gap: 12, gutter: 16 } }

/** For `grid-template-columns`, the same in every row; and the least width, in pixels, that has room for it. */
export function columnLayout(columns: SortKey[], space: keyof typeof SPACE): { template: string; least: number } {
  const { gap, gutter } = SPACE[space]
  const shown = shownColumns(columns)
  const widths = shown.map(({ width, dense }) => (space === 'dense' ? (dense ?? width) : width))
  const tracks = shown.map(({ grows }, index) =>
    grows ? `minmax(${widths[index]}px, ${grows}fr)` : `${widths[index]}px`,
  )
  const sum = widths.reduce((all, width) => all + width, 0)
  return { template: tracks.join(' '), least: sum + gap * (shown.length - 1) + 2 * gutter }
}

/** Words sort from A, numbers and times from the largest. */
const WORDS: SortKey[] = ['candidate', 'email', 'flow', 'team', 'state', 'you', 'status']

/** What choosing a column leads to: its natural direction, then the other one. */
export function sortBy(key: SortKey, sort: Sort): Sort {
  return { key, descending: sort.key === key ? !sort.descending : !WORDS.includes(key) }
}
