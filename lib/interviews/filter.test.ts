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

test('an API says which parameter it cannot read', () => {
  expect(() => ask('limit=201')).toThrow(
    expect.objectContaining({ code: 'invalid_input', detail: expect.stringContaining('limit') }),
  )
  expect(() => ask('sort=nonsense')).toThrow(expect.objectContaining({ detail: expect.stringContaining('sort') }))
})

test('the character that Postgres refuses is refused before it gets there', () => {
  for (const name of ['q', 'flow', 'team'])
    expect(() => ask(`${name}=a%00`)).toThrow(expect.objectContaining({ detail: expect.stringContaining(name) }))
  expect(parse('q=a%00&flow=b%00')).toMatchObject({ q: '', flow: [] })
})

test('a filter survives its own link', () => {
  const filter = parse('q=night%20shift&flow=a,b&state=ready&sort=candidate')
  expect(parse(filterToSearch(filter).toString())).toEqual(filter)
})
