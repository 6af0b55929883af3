import { FIELDS, RANGE_UNITS, type FilterField, type NumberRangeName } from './filter-fields'
import { rangeToText, type Days, type Range } from './range'
import { NEWEST_FIRST, PAGE, sortToText } from './sort'

/**
 * What a list of interviews is asked for; empty lists, an empty `q` and null do not narrow it. `score` is the general one,
 * `duration` and `talk` are seconds, `you` is how far its reader is, `vote` their own, `votes` what all come to, `seen` are the days on which it arrived. A value that is missing is in no range. `total` says how the list is counted.
 */
export type InterviewFilter = {
  [Name in keyof typeof FIELDS]: (typeof FIELDS)[Name] extends FilterField<infer Value> ? Value : never
}

const LISTS = ['id', 'flow', 'team', 'state', 'you', 'vote', 'votes', 'status'] as const
const YES_OR_NO = ['recording', 'video', 'invalid'] as const

/** Of which one chooses among few values, so that it can be said how many interviews each would leave. */
export const COUNTED_FILTERS = [
  ...(['flow', 'team', 'state', 'you', 'vote', 'votes', 'status'] as const),
  ...(['recording', 'video', 'invalid'] as const),
] as const
export type CountedFilter = (typeof COUNTED_FILTERS)[number]

/** What may be asked to lie between two numbers. */
export const NUMBER_RANGES = Object.keys(RANGE_UNITS) as NumberRangeName[]

/** What narrows nothing. */
export const EVERYTHING = parseInterviewFilter(new URLSearchParams())

/** For a page: what cannot be read is left out, since somebody only followed an old or broken link. */
export function parseInterviewFilter(search: URLSearchParams): InterviewFilter {
  return readFilterFields(search, () => {})
}

/** The query string that leads to this filter, without what is the default anyway; the cursor and how it is counted are never part of a link. */
export function filterToSearch(filter: InterviewFilter): URLSearchParams {
  const search = new URLSearchParams()
  const set = (name: string, text: string) => text !== '' && search.set(name, text)

  set('q', filter.q)
  for (const name of LISTS) set(name, filter[name].join(','))
  for (const name of [...NUMBER_RANGES, 'seen'] as const) set(name, textOf(filter[name]))
  for (const name of YES_OR_NO) set(name, filter[name] === null ? '' : filter[name] ? 'yes' : 'no')
  if (sortToText(filter.sort) !== sortToText(NEWEST_FIRST)) set('sort', sortToText(filter.sort))
  if (filter.limit !== PAGE) set('limit', String(filter.limit))
  return search
}

function textOf(range: Range | Days | null): string {
  return range === null ? '' : rangeToText(range)
}

/** This filter with nothing that narrows it, in the same order. */
export function withoutNarrowing({ sort, limit }: InterviewFilter): InterviewFilter {
  return { ...EVERYTHING, sort, limit }
}

/** Whether anything narrows the list. */
export function isNarrowed(filter: InterviewFilter): boolean {
  return filterToSearch({ ...filter, sort: NEWEST_FIRST, limit: PAGE }).size > 0
}

export function readFilterFields(
  search: URLSearchParams,
  onMistake: (name: string, mistake: string) => void,
): InterviewFilter {
  const values = Object.entries(FIELDS).map(([name, { absent, read }]) => {
    if (!search.has(name)) return [name, absent]
    const found = read(textsIn(search, name))
    if ('value' in found) return [name, found.value]
    onMistake(name, found.mistake)
    return [name, absent]
  })
  return Object.fromEntries(values) as InterviewFilter
}

/** A list may be given as `a,b` and as `a` and `b` under the same name. */
function textsIn(search: URLSearchParams, name: string): string[] {
  const texts = search.getAll(name)
  const isList = LISTS.some((list) => list === name)
  return isList ? texts.flatMap((text) => text.split(',')).filter(Boolean) : texts
}
