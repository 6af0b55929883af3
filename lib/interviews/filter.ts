import { z } from 'zod'
import { DebriefError } from '../errors'
import { INTERVIEW_STATES, type InterviewState } from './interview'

export const SORT_KEYS = ['seen', 'candidate', 'flow', 'state', 'score', 'duration', 'talk'] as const
export type SortKey = (typeof SORT_KEYS)[number]
export type Sort = { key: SortKey; descending: boolean }

/** What a list of interviews is asked for; empty arrays and an empty `q` do not narrow it. */
export type InterviewFilter = {
  q: string
  flow: string[]
  team: string[]
  state: InterviewState[]
  sort: Sort
  cursor: string | null
  limit: number
}

const NEWEST_FIRST: Sort = { key: 'seen', descending: true }
const PAGE = 50
const MOST = 200
const LONGEST_QUERY = 200

const ONE_SORT_KEY = `one of ${SORT_KEYS.join(', ')}, with - before it for descending`
const sort = z
  .string()
  .transform((value) => ({ key: value.replace(/^-/, ''), descending: value.startsWith('-') }))
  .pipe(z.object({ key: z.enum(SORT_KEYS, ONE_SORT_KEY), descending: z.boolean() }))

/** Postgres refuses the character. */
const text = z.string().refine((value) => !value.includes('\0'), 'without the character NUL')
const SOME_IDS = 'at most 100 ids of at most 255 characters'
const ids = z.array(text.max(255, SOME_IDS)).max(100, SOME_IDS)
const WHOLE_NUMBER = `a whole number from 1 to ${MOST}`

const filter = z.object({
  q: text.trim().max(LONGEST_QUERY, `at most ${LONGEST_QUERY} characters long`).default(''),
  flow: ids.default([]),
  team: ids.default([]),
  state: z.array(z.enum(INTERVIEW_STATES, `one of ${INTERVIEW_STATES.join(', ')}`)).default([]),
  sort: sort.default(NEWEST_FIRST),
  cursor: z.string().max(4_000, 'one that a list gave').nullable().default(null),
  limit: z.coerce.number(WHOLE_NUMBER).int(WHOLE_NUMBER).min(1, WHOLE_NUMBER).max(MOST, WHOLE_NUMBER).default(PAGE),
})

const LISTS = ['flow', 'team', 'state']

/** For an API: throws `invalid_input` whose detail names the parameter that cannot be read. */
export function requireInterviewFilter(search: URLSearchParams): InterviewFilter {
  const parsed = filter.safeParse(readSearch(search))
  if (parsed.success) return parsed.data

  const issue = parsed.error.issues[0]
  throw new DebriefError('invalid_input', {
    detail: `The parameter ${issue?.path[0]?.toString()} has to be ${issue?.message}.`,
  })
}

/** For a page: what cannot be read is left out, since somebody only followed an old or broken link. */
export function parseInterviewFilter(search: URLSearchParams): InterviewFilter {
  const readable = Object.entries(readSearch(search)).filter(([name, value]) => {
    return filter.safeParse({ [name]: value }).success
  })
  return filter.parse(Object.fromEntries(readable))
}

/** The query string that leads to this filter, without what is the default anyway; the cursor is never part of a link. */
export function filterToSearch({ q, flow, team, state, sort, limit }: InterviewFilter): URLSearchParams {
  const search = new URLSearchParams()
  if (q) search.set('q', q)
  for (const [name, values] of Object.entries({ flow, team, state }))
    if (values.length) search.set(name, values.join(','))
  if (sortToText(sort) !== sortToText(NEWEST_FIRST)) search.set('sort', sortToText(sort))
  if (limit !== PAGE) search.set('limit', String(limit))
  return search
}

export function sortToText({ key, descending }: Sort): string {
  return descending ? `-${key}` : key
}

/** Whether anything narrows the list. */
export function isNarrowed({ q, flow, team, state }: InterviewFilter): boolean {
  return q !== '' || flow.length + team.length + state.length > 0
}

/** A list may be given as `a,b` and as `a` and `b` under the same name. */
function readSearch(search: URLSearchParams): Record<string, unknown> {
  const names = Object.keys(filter.shape).filter((name) => search.has(name))
  return Object.fromEntries(
    names.map((name) => {
      const values = search.getAll(name)
      return [name, LISTS.includes(name) ? values.flatMap((value) => value.split(',')).filter(Boolean) : values[0]]
    }),
  )
}
