import { assert, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { selectedText, typedText } from './typed-text'

test.each([typedText, selectedText])('NUL, which Postgres does not store, is refused with a sentence', (text) => {
  expect(text.safeParse('a\0b').error?.issues).toMatchObject([{ message: expect.stringContaining('NUL') }])
})

test('half of a surrogate pair, which Postgres does not store either, is replaced, and nothing moves', () => {
  expect(typedText.parse(' a\ud83d ')).toBe('a\ufffd')
  expect(selectedText.parse(' a\ud83d ')).toBe(' a\ufffd ')
})

test('every line of what is typed ends as it does in a page; what is selected keeps its length', () => {
  expect(typedText.parse('one\r\ntwo\rthree\nfour')).toBe('one\ntwo\nthree\nfour')
  expect(selectedText.parse('one\r\ntwo')).toBe('one\r\ntwo')
})

test('whatever passes can be stored, and passes again unchanged', () => {
  assert(
    property(string({ unit: 'binary' }), (text) => {
      const { data: parsed } = typedText.safeParse(text)
      if (parsed === undefined) return text.includes('\0')
      return parsed.isWellFormed() && !parsed.includes('\0') && typedText.parse(parsed) === parsed
    }),
  )
})
