import { assert, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { beginningOf, isolated, legible } from './legible'

test.each([
  '',
  ' ',
  '\u200B \u200B',
  '\u00A0',
  '\u3164',
  '\u2800',
  '\uFFA0\u115F',
  '\u202E',
  '\uFEFF\u00AD',
  '\u0301',
  '\u{E0041}',
  '\0',
])('nothing of %j can be seen', (text) => expect(legible(text)).toBeNull())

test.each([
  ['\u202Eevil', 'evil'],
  ['\u2067evil\u2069 Smith', 'evil Smith'],
  [' Ada ', 'Ada'],
  ['مها', 'مها'],
  ['می\u200Cکنم', 'می\u200Cکنم'],
  ['🙂', '🙂'],
  ['李', '李'],
])('of %j the name %s is left', (text, name) => {
  expect(legible(text)).toBe(name)
})

test('what is isolated closes what it opens', () => {
  expect(isolated('a\u202Eb\u2069')).toBe('\u2068ab\u2069')
})

test('a beginning ends with a whole character', () => {
  expect(beginningOf('abc', 3)).toBe('abc')
  expect(beginningOf('ae\u0301b', 2)).toBe('a')
  expect(beginningOf('a👩🏽‍💻b', 4)).toBe('a')
  assert(
    property(string({ unit: 'grapheme' }), (text) => {
      for (let length = 1; length < text.length; length++) {
        const beginning = beginningOf(text, length)
        expect(text.startsWith(beginning)).toBe(true)
        expect(beginning.length).toBeLessThanOrEqual(length)
      }
    }),
  )
})
