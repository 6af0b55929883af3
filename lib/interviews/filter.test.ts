import { expect, test } from 'vitest'
import { filterToSearch, parseInterviewFilter, requireInterviewFilter } from './filter'

const ask = (search: string) => requireInterviewFilter(new URLSearchParams(search))
const parse = (search: string) => parseInterviewFilter(new URLSearchParams(search))

test('nothing asked means everything, newest first', () => {
  expect(parse('')).toEqual({
    q: '',
    flow: [],
    team: [],
    state: [],
    sort: { key: 'seen', descending: true },
    cursor: null,
    limit: 50,
  })
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

test('a page drops the character that Postgres refuses with what it is in', () => {
  expect(parse('q=a%00&flow=b%00&team=c')).toMatchObject({ q: '', flow: [], team: ['c'] })
})

test.each([
  ['limit=201', 'The parameter limit has to be a whole number from 1 to 200.'],
  ['limit=many', 'The parameter limit has to be a whole number from 1 to 200.'],
  ['state=ready,asleep', 'The parameter state has to be one of ready, processing, not_taken.'],
  ['sort=-age', /^The parameter sort has to be one of seen, candidate, .* descending\.$/],
  [`q=${'x'.repeat(201)}`, 'The parameter q has to be at most 200 characters long.'],
  ['q=a%00', 'The parameter q has to be without the character NUL.'],
  ['flow=a%00', 'The parameter flow has to be without the character NUL.'],
  ['team=b,a%00', 'The parameter team has to be without the character NUL.'],
  [`flow=${'a,'.repeat(101)}`, 'The parameter flow has to be at most 100 ids of at most 255 characters.'],
])('an API says what is wrong with %s', (search, detail) => {
  expect(() => ask(search)).toThrow(
    expect.objectContaining({ code: 'invalid_input', detail: expect.stringMatching(detail) }),
  )
})

test('a filter survives its own link', () => {
  const filter = parse('q=night%20shift&flow=a,b&state=ready&sort=candidate')
  expect(parse(filterToSearch(filter).toString())).toEqual(filter)
})
