// Must hold 31.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isMarkup, typeOfBytes } from './first-bytes'
import { BEGINNINGS, DOCUMENTS } from './testing/beginnings'

test.each(Object.entries(BEGINNINGS))('%s is told by its first bytes', (_name, { bytes, type }) => {
  expect(typeOfBytes(bytes)).toBe(type)
  expect(isMarkup(bytes)).toBe(false)
})

test.each(Object.entries(DOCUMENTS))('%s is no recording', (_name, bytes) => {
  expect(typeOfBytes(bytes)).toBeNull()
})

test('no text, however it is encoded and whatever stands before it, is taken for a recording', () => {
  const text = fc.tuple(fc.constantFrom('', ' ', '\n\n', '\t'), fc.constantFrom('<!doctype html>', '<svg ', '<?xml '))
  const encoded = fc.constantFrom<(value: string) => Buffer>(
    (value) => Buffer.from(value),
    (value) => Buffer.from(`\ufeff${value}`),
    (value) => Buffer.from(`\ufeff${value}`, 'utf16le'),
    (value) => Buffer.from(`\ufeff${value}`, 'utf16le').swap16(),
  )
  fc.assert(
    fc.property(text, encoded, fc.string(), ([space, markup], encode, rest) => {
      const bytes = encode(space + markup + rest.padEnd(40))
      expect([typeOfBytes(bytes), isMarkup(bytes)]).toEqual([null, true])
    }),
  )
})
