import { expect, test } from 'vitest'
import { findMatches } from './matches'
import { parseQuery, typedPhrase } from './query'

const found = (text: string, query: string) =>
  findMatches(text, parseQuery(query)).map(({ from, to }) => text.slice(from, to))

test.each([
  ['I ran the Night shift. Nightly!', 'night', ['Night', 'Nightly']],
  ['I ran the Night shift. Nightly!', '"night"', ['Night']],
  ['night, shift; night shifts', '"night shift"', ['night, shift']],
  ['a follow-up and a follow up', 'follow-up', ['follow-up', 'follow up']],
  ['José’s café', 'joses cafe', ['José’s', 'café']],
  ['夜勤も夜間も', '夜勤', ['夜勤']],
  ['كنت أعمل في المستودع', 'اعمل', ['أعمل']],
  ['nothing here', 'zebra', []],
])('in “%s” the search %s marks %j', (text, query, marked) => {
  expect(found(text, query)).toEqual(marked)
})

test('a reader who types on a page finds the words in their order', () => {
  const text = 'The shift at night, the night shi…'
  expect(findMatches(text, [typedPhrase('night sh')]).map(({ from, to }) => text.slice(from, to))).toEqual([
    'night shi',
  ])
  expect(findMatches(text, [typedPhrase('  ')])).toEqual([])
})
