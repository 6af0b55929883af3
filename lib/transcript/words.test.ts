import { array, assert, integer, property, record } from 'fast-check'
import { expect, test } from 'vitest'
import { compactWords, eachWord, wordsOf, type Word } from './words'

const milliseconds = integer({ min: 0, max: 86_400_000 }).map((value) => value / 1000)
const offset = integer({ min: 0, max: 200_000 })
const word = record({ from: offset, to: offset, start: milliseconds, end: milliseconds })

test('words come back as they were, whatever their order and times', () => {
  assert(
    property(array(array(word)), (segments) => {
      expect(compactWords(segments).map((segment) => wordsOf(segment))).toEqual(segments)
    }),
  )
})

test('shown in turn they are the same', () => {
  assert(
    property(array(word), (words) => {
      const shown: Word[] = []
      eachWord(compactWords([words])[0]).forEach(({ from, to, start, end }) => shown.push({ from, to, start, end }))
      expect(shown).toEqual(words)
    }),
  )
})

test('a segment without words has none, nor has one that is not there', () => {
  expect(compactWords([[]])).toEqual([''])
  expect([wordsOf(''), wordsOf(undefined)]).toEqual([[], []])
  eachWord(undefined).forEach(() => expect.unreachable())
})

test('twenty thousand words are sent in far less than a list of objects', () => {
  const words = Array.from({ length: 20_000 }, (_, index): Word => {
    return { from: index * 6, to: index * 6 + 5, start: index * 0.4, end: index * 0.4 + 0.3 }
  })
  expect(JSON.stringify(compactWords([words])).length).toBeLessThan(JSON.stringify([words]).length / 5)
})
