import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { tokensOf } from './tokens'
import { wordPlacer } from './word-places'

function placeWords(content: string, words: string[]) {
  const next = wordPlacer(content, tokensOf(words.map((word) => ({ word }))))
  return words.map(() => next())
}

const wordsAt = (content: string, tokens: string[]) =>
  placeWords(content, tokens).map((place) => (place ? content.slice(place.from, place.to) : null))

test('tokens that join to the text are placed one after the other, without their spaces', () => {
  expect(placeWords('Hi, you  there', ['Hi, ', 'you', '  there'])).toEqual([
    { from: 0, to: 3 },
    { from: 4, to: 7 },
    { from: 9, to: 14 },
  ])
})

test('unspaced scripts and characters of two units keep their places', () => {
  expect(wordsAt('こんにちは🙂世界', ['こんにちは', '🙂', '世界'])).toEqual(['こんにちは', '🙂', '世界'])
})

test('tokens that do not join to the text are looked for in order, and those not there are skipped', () => {
  expect(wordsAt('well, that is that', ['Well', 'that', 'um', 'is', 'that'])).toEqual([
    null,
    'that',
    null,
    'is',
    'that',
  ])
})

test('a missing word does not jump to a far-away namesake', () => {
  const content = `go on ${'x'.repeat(400)} uh go`
  expect(placeWords(content, ['uh', 'go', 'on'])).toEqual([null, { from: 0, to: 2 }, { from: 3, to: 5 }])
})

test('blank tokens have no place', () => {
  expect(placeWords(' a', [' ', 'a'])).toEqual([null, { from: 1, to: 2 }])
  expect(placeWords('a', ['', ' '])).toEqual([null, null])
})

const token = fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'é', '世', '🙂', '\n'), maxLength: 5 })

test('every place lies inside the text, holds the word, and comes after the one before it', () => {
  fc.assert(
    fc.property(fc.array(token), fc.option(token), (tokens, other) => {
      const content = other ?? tokens.join('')
      let cursor = 0
      placeWords(content, tokens).forEach((place, index) => {
        if (!place) return
        expect(place.from).toBeGreaterThanOrEqual(cursor)
        expect(content.slice(place.from, place.to)).toBe(tokens[index]?.trim())
        cursor = place.to
      })
    }),
  )
})
