// Must hold 28.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { extentOf, formatRange, parseContentRange, parseRange, parseUnsatisfied } from './range'

test('one range of bytes is read in its three forms', () => {
  expect(parseRange('bytes=0-99')).toEqual({ from: 0, to: 99 })
  expect(parseRange('bytes=100-')).toEqual({ from: 100, to: null })
  expect(parseRange('Bytes=-500')).toEqual({ last: 500 })
})

test.each([
  ...[null, '', 'bytes', 'bytes=', 'bytes=-', 'bytes=a-b', 'bytes=9-3', 'items=0-1', 'bytes=0-1,4-5', 'bytes=0-,0-,0-'],
  ...['bytes=0-1, ', 'bytes=1.5-2', 'bytes=--1', 'bytes 0-1', 'bytes=0-0x10'],
])('%j asks for the whole', (header) => {
  expect(parseRange(header)).toBeNull()
})

test('what lies beyond the recording is cut off, and nothing within it cannot be satisfied', () => {
  expect(extentOf({ from: 90, to: 1_000 }, 100)).toEqual({ from: 90, to: 99 })
  expect(extentOf({ from: 5, to: null }, 100)).toEqual({ from: 5, to: 99 })
  expect(extentOf({ last: 1_000 }, 100)).toEqual({ from: 0, to: 99 })
  for (const range of [{ from: 100, to: 200 }, { from: 100, to: null }, { last: 0 }]) {
    expect(extentOf(range, 100)).toBeNull()
  }
  expect(extentOf({ last: 5 }, 0)).toBeNull()
})

test('numbers beyond any recording are still numbers', () => {
  const beyond = '9'.repeat(30)
  expect(parseRange(`bytes=0-${beyond}`)).toEqual({ from: 0, to: Number.MAX_SAFE_INTEGER })
  expect(formatRange({ from: 0, to: Number.MAX_SAFE_INTEGER })).toBe('bytes=0-9007199254740991')
})

test('a range survives being written and read again', () => {
  const range = fc.oneof(
    fc.record({ from: fc.nat(), to: fc.constant(null) }),
    fc.tuple(fc.nat(), fc.nat()).map(([from, length]) => ({ from, to: from + length })),
    fc.record({ last: fc.nat() }),
  )
  fc.assert(
    fc.property(range, (wanted) => {
      expect(parseRange(formatRange(wanted))).toEqual(wanted)
    }),
  )
})

test('Content-Range is read with and without a total', () => {
  expect(parseContentRange('bytes 0-99/1000')).toEqual({ from: 0, to: 99, total: 1000 })
  expect(parseContentRange('bytes 5-9/*')).toEqual({ from: 5, to: 9, total: null })
  for (const odd of ['', 'bytes */1000', 'bytes 0-99', 'items 0-1/2']) expect(parseContentRange(odd)).toBeNull()
  expect(parseUnsatisfied('bytes */1000')).toBe(1000)
  expect(parseUnsatisfied('bytes 0-1/1000')).toBeNull()
})
