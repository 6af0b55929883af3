// The browser reads filters too, and the whole of zod would be the largest part of the list's script.
import * as z from 'zod/mini'
import { INTERVIEW_STATES, SCORE_NAMES } from './interview'
import { readDays, readRange } from './range'
import { NEWEST_FIRST, PAGE, readSort, SORT_KEYS, sortToText } from './sort'

const MOST = 200
const LONGEST_QUERY = 200
const DAY_SECONDS = 86_400

/** From the text that an address has; `message` ends the sentence “The parameter … has to be …”. */
function readAs<Value>(read: (text: string) => Value | null, message: string) {
  return z.pipe(
    z.string(),
    z.transform((input: string, payload): Value => {
      const value = read(input)
      if (value !== null) return value
      payload.issues.push({ code: 'custom', message, input })
      return z.NEVER
    }),
  )
}

/** Postgres refuses the character. */
const text = z.string().check(z.refine((value) => !value.includes('\0'), 'without the character NUL'))
const query = text.check(z.trim(), z.maxLength(LONGEST_QUERY, `at most ${LONGEST_QUERY} characters long`))
const SOME_IDS = 'at most 100 ids of at most 255 characters'
const ids = z.array(text.check(z.maxLength(255, SOME_IDS))).check(z.maxLength(100, SOME_IDS))
const states = z.array(z.enum(INTERVIEW_STATES, `one of ${INTERVIEW_STATES.join(', ')}`))

const sort = readAs(readSort, `one of ${SORT_KEYS.join(', ')}, with - before it for descending`)
const limit = readAs((digits) => {
  const number = /^\d{1,4}$/.test(digits) ? Number(digits) : 0
  return number >= 1 && number <= MOST ? number : null
}, `a whole number from 1 to ${MOST}`)
const yesOrNo = readAs((word) => (word === 'yes' ? true : word === 'no' ? false : null), 'yes or no')
const days = readAs(readDays, 'a range of days, such as 2026-01-31..2026-02-28, 2026-01-31.. or ..2026-02-28')
const score = readAs((range) => readRange(range, 5), 'a range of scores from 0 to 5, such as 3..4.5, 3.. or ..2')
const seconds = readAs(
  (range) => readRange(range, DAY_SECONDS),
  `a range of seconds from 0 to ${DAY_SECONDS}, such as 60..600, 60.. or ..600`,
)

function optional<Schema extends z.ZodMiniType>(schema: Schema) {
  return z.prefault(z.nullable(schema), null)
}

type PerScore = Record<(typeof SCORE_NAMES)[number], ReturnType<typeof optional<typeof score>>>
const perScore = Object.fromEntries(SCORE_NAMES.map((name) => [name, optional(score)])) as PerScore

/** The parameters of a list, from their texts; `id`, `flow`, `team` and `state` are lists of them. */
export const filterSchema = z.object({
  q: z.prefault(query, ''),
  id: z.prefault(ids, []),
  flow: z.prefault(ids, []),
  team: z.prefault(ids, []),
  state: z.prefault(states, []),
  score: optional(score),
  ...perScore,
  duration: optional(seconds),
  talk: optional(seconds),
  seen: optional(days),
  recording: optional(yesOrNo),
  video: optional(yesOrNo),
  sort: z.prefault(sort, sortToText(NEWEST_FIRST)),
  cursor: optional(z.string().check(z.maxLength(4_000, 'one that a list gave'))),
  limit: z.prefault(limit, String(PAGE)),
})
