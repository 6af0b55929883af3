import { array, assert, integer, property, record } from 'fast-check'
import { expect, test } from 'vitest'
import { compactWords } from '@/lib/transcript/words'
import { WordIndex } from './word-index'

// The second segment begins before the first one has, and overlaps it.
const index = new WordIndex(
  compactWords([
    [
      { from: 0, to: 4, start: 2, end: 2.5 },
      { from: 4, to: 9, start: 2.6, end: 4 },
    ],
    [{ from: 0, to: 5, start: 1.5, end: 3 }],
  ]),
)
const places = (time: number) => index.at(time).map(({ segment, from }) => [segment, from])

test('before the first word nothing is said', () => {
  expect(places(1)).toEqual([])
})

test('where people talk at once both words are said', () => {
  expect(places(2.1)).toEqual([
    [0, 0],
    [1, 0],
  ])
})

test('in a pause the last word stays', () => {
  expect(places(99)).toEqual([[0, 4]])
})

test('a place in the text finds the word that stands there', () => {
  expect(index.wordAt(0, 3)?.start).toBe(2)
  expect(index.wordAt(0, 6)?.start).toBe(2.6)
  expect(index.wordAt(7, 0)).toBeUndefined()
})

test('until the time of the next change the same words are being said, and from then on others', () => {
  const spoken = record({ start: integer({ min: 0, max: 40 }), length: integer({ min: 1, max: 12 }) })
  assert(
    property(array(spoken, { minLength: 1, maxLength: 12 }), (words) => {
      const talk = new WordIndex(
        words.map(
          ({ start, length }, from) => compactWords([[{ from, to: from + 1, start, end: start + length }]])[0] ?? '',
        ),
      )
      const times = Array.from({ length: 120 }, (_, half) => half / 2)
      const said = new Map(times.map((time) => [time, JSON.stringify(talk.at(time))]))
      const wrong = times.filter((time) => {
        const change = talk.changeAfter(time)
        const isSame = times.every((later) => later < time || later >= change || said.get(later) === said.get(time))
        return !isSame || (change < 60 && said.get(change) === said.get(time))
      })
      expect(wrong).toEqual([])
    }),
  )
})
