import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  EVERYTHING,
  filterToSearch,
  isNarrowed,
  NUMBER_RANGES,
  parseInterviewFilter,
  withoutNarrowing,
  type InterviewFilter,
} from './filter'
import { requireInterviewFilter } from './required-filter'
import { INTERVIEW_STATES, READER_PROGRESS } from '../interview'
import { STATUSES } from '../status'
import { MY_VOTES } from './filter-fields'
import { VOTE_OUTCOMES } from '../vote-outcome'
import { SORT_KEYS } from './sort'

const ask = (search: string) => requireInterviewFilter(new URLSearchParams(search))
const parse = (search: string) => parseInterviewFilter(new URLSearchParams(search))

test('nothing asked means everything, newest first', () => {
  expect(parse('')).toEqual(EVERYTHING)
  expect(EVERYTHING).toMatchObject({
    q: '',
    flow: [],
    sort: { key: 'seen', descending: true },
    cursor: null,
    limit: 50,
  })
  expect(isNarrowed(EVERYTHING)).toBe(false)
})

test('a range may be open at either end', () => {
  expect(parse('score=3..4.5&talk=60..&duration=..600&seen=2026-01-31..')).toMatchObject({
    score: { from: 3, to: 4.5 },
    talk: { from: 60, to: null },
    duration: { from: null, to: 600 },
    seen: { from: '2026-01-31', to: null },
  })
})

test.each(['..', '3', '4..3', '-1..2', '0..5.1', '3...4', '1e0..2', '2..x', '1..2..3', ' 1..2', '0x1..2'])(
  'a page ignores the score range %s',
  (range) => {
    expect(parse(`score=${range}&q=night`)).toEqual({ ...EVERYTHING, q: 'night' })
  },
)

test.each([
  '2026-02-30..',
  '0000-01-01..',
  '2026-02-02..2026-02-01',
  '2026-1-1..',
  '1769817600..',
  '2026-01-01T00:00:00Z..',
])('a page ignores the days %s', (range) => {
  expect(parse(`seen=${range}`)).toEqual(EVERYTHING)
})

test('a list may be one parameter with commas or several parameters', () => {
  expect(parse('flow=a,b&flow=c').flow).toEqual(['a', 'b', 'c'])
})

test('a page drops what it cannot read and keeps the rest', () => {
  expect(parse('sort=nonsense&state=ready,unheard-of&limit=-3&q=night')).toMatchObject({
    q: 'night',
    state: [],
    limit: 50,
  })
})

test('an empty parameter is an absent one, on a page and for an API', () => {
  const empty = [...Object.keys(EVERYTHING)].map((name) => `${name}=`).join('&')
  expect(parse(empty)).toEqual(EVERYTHING)
  expect(ask(empty)).toEqual(EVERYTHING)
})

test('a page drops the character that Postgres refuses with what it is in', () => {
  expect(parse('q=a%00&flow=b%00&team=c')).toMatchObject({ q: '', flow: [], team: ['c'] })
})

test.each([
  ['limit=201', 'The parameter limit has to be a whole number from 1 to 200.'],
  ['limit=many', 'The parameter limit has to be a whole number from 1 to 200.'],
  ['state=ready,asleep', 'The parameter state has to be one of ready, processing, not_taken.'],
  ['you=new,forgotten', 'The parameter you has to be one of new, begun, read, heard.'],
  ['vote=maybe', 'The parameter vote has to be one of none, strong_no_hire, no_hire, hire, strong_hire.'],
  ['votes=tied', 'The parameter votes has to be one of split, for, against, none.'],
  ['sort=-age', /^The parameter sort has to be one of seen, candidate, .* descending\.$/],
  [`q=${'x'.repeat(201)}`, 'The parameter q has to be at most 200 characters long.'],
  ['score=6..', 'The parameter score has to be a range of scores from 0 to 5, such as 3..4.5, 3.. or ..2.'],
  ['fluency=high', 'The parameter fluency has to be a range of scores from 0 to 5, such as 3..4.5, 3.. or ..2.'],
  ['talk=-1..', /^The parameter talk has to be a range of seconds from 0 to 86400, such as /],
  ['seen=today..', /^The parameter seen has to be a range of days, such as /],
  ['video=true', 'The parameter video has to be yes or no.'],
  ['total=some', 'The parameter total has to be one of exact, bounded.'],
  ['q=a%00', 'The parameter q has to be without the character NUL.'],
  ['flow=a%00', 'The parameter flow has to be without the character NUL.'],
  ['team=b,a%00', 'The parameter team has to be without the character NUL.'],
  [`flow=${'a,'.repeat(101)}`, 'The parameter flow has to be at most 100 ids of at most 255 characters.'],
])('an API says what is wrong with %s', (search, detail) => {
  expect(() => ask(search)).toThrow(
    expect.objectContaining({ code: 'invalid_input', detail: expect.stringMatching(detail) }),
  )
})

// Ribbon's ids are UUIDs; one with a comma would be read as two.
const ids = fc.uniqueArray(
  fc.string({ minLength: 1, maxLength: 40 }).filter((id) => !/[,\0]/.test(id)),
  { maxLength: 5 },
)
const ends = <Value extends number | string>(value: fc.Arbitrary<Value>) =>
  fc.option(
    fc
      .record({ from: fc.option(value), to: fc.option(value) })
      .filter(({ from, to }) => (from === null || to === null ? from !== to : from <= to)),
  )
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

const filters: fc.Arbitrary<InterviewFilter> = fc.record({
  q: fc.string({ unit: 'grapheme', maxLength: 60 }).filter((q) => q.trim() === q && !q.includes('\0')),
  id: ids,
  flow: ids,
  team: ids,
  state: fc.subarray([...INTERVIEW_STATES]),
  you: fc.subarray([...READER_PROGRESS]),
  vote: fc.subarray([...MY_VOTES]),
  votes: fc.subarray([...VOTE_OUTCOMES]),
  status: fc.subarray([...STATUSES]),
  ...(Object.fromEntries(
    NUMBER_RANGES.map((name) => [name, ends(fc.integer({ min: 0, max: 500 }).map((cents) => cents / 100))]),
  ) as Record<(typeof NUMBER_RANGES)[number], fc.Arbitrary<InterviewFilter['score']>>),
  seen: ends(day),
  recording: fc.option(fc.boolean()),
  video: fc.option(fc.boolean()),
  invalid: fc.option(fc.boolean()),
  sort: fc.record({ key: fc.constantFrom(...SORT_KEYS), descending: fc.boolean() }),
  cursor: fc.constant(null),
  total: fc.constant('exact'),
  limit: fc.integer({ min: 1, max: 200 }),
})

test('every filter survives its own link', () => {
  fc.assert(
    fc.property(filters, (filter) => {
      expect(requireInterviewFilter(new URLSearchParams(filterToSearch(filter).toString()))).toEqual(filter)
    }),
  )
})

test('whatever an address says, a page reads a filter from it, which then is an API’s as well', () => {
  const parameters = fc.array(
    fc.tuple(
      fc.constantFrom(...Object.keys(EVERYTHING)),
      fc.oneof(fc.string(), fc.constantFrom('..', '3..', 'yes', '-')),
    ),
  )
  fc.assert(
    fc.property(parameters, (pairs) => {
      const filter = parseInterviewFilter(new URLSearchParams(pairs))
      expect(requireInterviewFilter(filterToSearch(filter))).toEqual({ ...filter, cursor: null, total: 'exact' })
    }),
  )
})

test('clearing a filter keeps its order', () => {
  const filter = parse('q=night&score=3..&video=yes&sort=candidate')
  expect(isNarrowed(filter)).toBe(true)
  expect(withoutNarrowing(filter)).toEqual(parse('sort=candidate'))
})
