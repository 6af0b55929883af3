import { INTERVIEW_STATES, READER_PROGRESS } from '../interview'
import { STATUSES } from '../status'
import { VOTES } from '../vote'
import { VOTE_OUTCOMES } from '../vote-outcome'
import { perScore } from '../../assessment/scores'
import { COUNTINGS, type Counting } from './counted'
import { readDays, readRange, type Range } from './range'
import { NEWEST_FIRST, PAGE, readSort, SORT_KEYS } from './sort'

const MOST_ROWS = 200
export const MOST_IDS = 100
const LONGEST_ID = 255
export const LONGEST_QUERY = 200
const LONGEST_CURSOR = 4_000
const DAY_SECONDS = 86_400
/** Postgres refuses the character. */
const WITHOUT_NUL = 'without the character NUL'

/** `mistake` ends the sentence “The parameter … has to be …”. */
type Read<Value> = { value: Value } | { mistake: string }

/** One parameter of a list: how its texts are read, and what stands for it where the address does not name it. */
export type FilterField<Value> = { absent: Value; read: (texts: string[]) => Read<Value> }

/** `read` returns null for what cannot be read. What is empty is absent: a form sends all of its fields. */
function single<Value, Absent>(
  absent: Absent,
  read: (text: string) => Value | null,
  expected: string,
): FilterField<Value | Absent> {
  return {
    absent,
    read: ([text = '']) => {
      if (text === '') return { value: absent }
      const value = read(text)
      return value === null ? { mistake: expected } : { value }
    },
  }
}

const query: FilterField<string> = {
  absent: '',
  read: ([text = '']) => {
    const value = text.trim()
    if (value.includes('\0')) return { mistake: WITHOUT_NUL }
    return value.length > LONGEST_QUERY ? { mistake: `at most ${LONGEST_QUERY} characters long` } : { value }
  },
}

const ids: FilterField<string[]> = {
  absent: [],
  read: (value) => {
    if (value.some((id) => id.includes('\0'))) return { mistake: WITHOUT_NUL }
    const fits = value.length <= MOST_IDS && value.every((id) => id.length <= LONGEST_ID)
    return fits ? { value } : { mistake: `at most ${MOST_IDS} ids of at most ${LONGEST_ID} characters` }
  },
}

function someOf<Value extends string>(values: readonly Value[]): FilterField<Value[]> {
  return {
    absent: [],
    read: (texts) => {
      const value = texts.flatMap((text) => values.find((one) => one === text) ?? [])
      return value.length === texts.length ? { value } : { mistake: `one of ${values.join(', ')}` }
    },
  }
}

/** The reader's own vote: the interviews that have none among them. */
export const MY_VOTES = ['none', ...VOTES] as const

/** What may be asked to lie between two numbers, and what these count. */
export const RANGE_UNITS = {
  score: 'score',
  ...perScore(() => 'score' as const),
  duration: 'seconds',
  talk: 'seconds',
} as const
export type NumberRangeName = keyof typeof RANGE_UNITS

type RangeField = FilterField<Range | null>
const RANGES_IN: Record<(typeof RANGE_UNITS)[NumberRangeName], RangeField> = {
  score: single(null, (text) => readRange(text, 5), 'a range of scores from 0 to 5, such as 3..4.5, 3.. or ..2'),
  seconds: single(
    null,
    (text) => readRange(text, DAY_SECONDS),
    `a range of seconds from 0 to ${DAY_SECONDS}, such as 60..600, 60.. or ..600`,
  ),
}
const numberRanges = Object.fromEntries(
  Object.entries(RANGE_UNITS).map(([name, unit]) => [name, RANGES_IN[unit]]),
) as Record<NumberRangeName, RangeField>

const yesOrNo = single(null, (text) => (text === 'yes' ? true : text === 'no' ? false : null), 'yes or no')
/** Read by hand: the browser reads filters before it shows anything, and zod would be a seventh of the list's script. */
export const FIELDS = {
  q: query,
  id: ids,
  flow: ids,
  team: ids,
  state: someOf(INTERVIEW_STATES),
  you: someOf(READER_PROGRESS),
  vote: someOf(MY_VOTES),
  votes: someOf(VOTE_OUTCOMES),
  status: someOf(STATUSES),
  ...numberRanges,
  seen: single(null, readDays, 'a range of days, such as 2026-01-31..2026-02-28, 2026-01-31.. or ..2026-02-28'),
  recording: yesOrNo,
  video: yesOrNo,
  invalid: yesOrNo,
  sort: single(NEWEST_FIRST, readSort, `one of ${SORT_KEYS.join(', ')}, with - before it for descending`),
  cursor: single(null, (text) => (text.length <= LONGEST_CURSOR ? text : null), 'one that a list gave'),
  total: single<Counting, Counting>('exact', readCounting, `one of ${COUNTINGS.join(', ')}`),
  limit: single(PAGE, readLimit, `a whole number from 1 to ${MOST_ROWS}`),
}

function readCounting(text: string): Counting | null {
  return COUNTINGS.find((counting) => counting === text) ?? null
}

function readLimit(digits: string): number | null {
  const number = /^\d{1,4}$/.test(digits) ? Number(digits) : 0
  return number >= 1 && number <= MOST_ROWS ? number : null
}
