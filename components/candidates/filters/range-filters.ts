import { NUMBER_RANGES, type InterviewFilter } from '@/lib/interviews/list/filter'
import { RANGE_UNITS, type NumberRangeName } from '@/lib/interviews/list/filter-fields'
import type { Days, Range } from '@/lib/interviews/list/range'
import type { SortKey } from '@/lib/interviews/list/sort'
import { formatDuration } from '../../duration'
import { COLUMNS } from '../table/columns'

export type RangeName = NumberRangeName | 'seen'
export type YesNoName = 'recording' | 'video' | 'invalid'
/** A filter that is set by an editor of its own. */
export type EditedName = RangeName | YesNoName

const COLUMN_LABELS = Object.fromEntries(COLUMNS.map(({ name, label }) => [name, label])) as Record<SortKey, string>

/** A range is called as its column is. */
export const FILTER_LABELS: Record<EditedName, string> = { ...COLUMN_LABELS, video: 'Video', invalid: 'Validity' }

/** In the order in which they are offered: first what otherwise is found out one interview at a time. */
export const EDITED_FILTERS: EditedName[] = ['recording', ...NUMBER_RANGES, 'seen', 'video', 'invalid']

/** The choices of such a filter, and what is said where one is made. */
export const YES_NO_WORDS: Record<YesNoName, Record<'yes' | 'no', { choice: string; chosen: string }>> = {
  recording: { yes: { choice: 'Plays', chosen: 'Recording plays' }, no: { choice: 'None', chosen: 'No recording' } },
  video: {
    yes: { choice: 'With video', chosen: 'With video' },
    no: { choice: 'Without video', chosen: 'Without video' },
  },
  invalid: {
    yes: { choice: 'Marked invalid', chosen: 'Marked invalid' },
    no: { choice: 'Valid', chosen: 'Valid' },
  },
}

export function isYesNo(name: EditedName): name is YesNoName {
  return name === 'recording' || name === 'video' || name === 'invalid'
}

/** In which unit a range is typed and told. */
export function unitOf(name: RangeName) {
  return name === 'seen' ? 'day' : RANGE_UNITS[name]
}

/** What such a filter lets through, in a few words, days as `sayDay` says them; null where it lets everything through. */
export function describeFilter(
  name: EditedName,
  filter: InterviewFilter,
  sayDay: (day: string) => string,
): string | null {
  if (isYesNo(name)) {
    const wanted = filter[name]
    return wanted === null ? null : YES_NO_WORDS[name][wanted ? 'yes' : 'no'].chosen
  }
  const range = filter[name]
  return range === null ? null : `${FILTER_LABELS[name]} ${describeRange(range, unitOf(name), sayDay)}`
}

function describeRange(
  { from, to }: Range | Days,
  unit: ReturnType<typeof unitOf>,
  sayDay: (day: string) => string,
): string {
  const words = { seconds: (value: string) => formatDuration(Number(value)), day: sayDay, score: String }
  const say = (value: number | string) => words[unit](String(value))
  if (from !== null && to !== null) return from === to ? say(from) : `${say(from)} – ${say(to)}`
  if (unit === 'day') return from === null ? `until ${say(to ?? '')}` : `since ${say(from)}`
  return from === null ? `≤ ${say(to ?? '')}` : `≥ ${say(from)}`
}
