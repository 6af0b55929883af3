import { expect, test } from 'vitest'
import type { Segment } from './transcript'
import { createQuoteFinder } from './quotes'

const said = (speaker: 'agent' | 'candidate', text: string): Segment => ({ speaker, text, start: 0, end: 1 })
const find = createQuoteFinder([
  said('agent', 'Tell me: what does a good shift look like for you?'),
  said('candidate', 'Well, I ran the night shift for two years, and nobody got hurt.'),
  said('candidate', '私は倉庫で三年間働いていました。'),
])
const cited = (text: string) => find(text).map(({ end, segment, offset }) => [text.slice(0, end), segment, offset])

test('a sentence that quotes is cited at its end, whatever the case, the marks and the punctuation', () => {
  expect(cited('She “Ran the night shift” alone. She is calm.')).toEqual([['She “Ran the night shift” alone.', 1, 8]])
  expect(cited('"nobody got hurt," she says')).toEqual([['"nobody got hurt," she says', 1, 47]])
})

test('six words in a row are a quote without marks; five are not', () => {
  expect(cited('Says she ran the night shift for two years.')).toHaveLength(1)
  expect(cited('Says she ran the night shift.')).toEqual([])
})

test('what is not said is not cited, and two quoted words are no quote', () => {
  expect(cited('She "ran the day shift".')).toEqual([])
  expect(cited('She calls it the "night shift".')).toEqual([])
})

test('a quote with something left out is found by its beginning', () => {
  expect(cited('“I ran the night shift … and nobody was late”')).toEqual([
    ['“I ran the night shift … and nobody was late”', 1, 6],
  ])
})

test('the agent’s words are found too', () => {
  expect(cited('Asked "what does a good shift look like", she paused.')).toMatchObject([[expect.anything(), 0, 9]])
})

test('scripts without spaces are quoted by their characters', () => {
  expect(cited('候補者は「倉庫で三年間働いて」と言う。別の話。')).toEqual([
    ['候補者は「倉庫で三年間働いて」と言う。', 2, 2],
  ])
})

test('a quote may be wrapped, and may stand between straight single marks', () => {
  expect(cited('She “ran the night\nshift” alone.')).toEqual([['She “ran the night\nshift” alone.', 1, 8]])
  expect(cited("She didn't hide: 'ran the night shift' it was, her parents' too.")).toMatchObject([
    [expect.anything(), 1, 8],
  ])
  expect(cited("She is 'calm' and 'ran the night shift'.")).toMatchObject([[expect.anything(), 1, 8]])
})

test('every sentence of several is looked at, and a blank text has none', () => {
  expect(cited('He is calm. He says “nobody got hurt”.\n- And “ran the night shift”!')).toHaveLength(2)
  expect(cited(' \n ')).toEqual([])
})
