import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { commonSpans, secondsOf, type TimeSpan } from '../transcript/speech'
import { fewerSpans, joinSpans, LONGEST_RECORDING, MOST_SPANS, shareOf, spansWithin } from './listening-progress'

const span = fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 1, max: 50 })).map(([start, length]) => ({
  start,
  end: start + length,
}))

test('whatever the order in which it is heard, the same is heard, and hearing it again changes nothing', () => {
  fc.assert(
    fc.property(fc.array(span), (spans) => {
      const joined = joinSpans(spans)
      expect(joinSpans(spans.toReversed())).toEqual(joined)
      expect(joinSpans([...joined, ...spans])).toEqual(joined)
      const seconds = new Set(
        spans.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i)),
      )
      expect(secondsOf(joined)).toBe(seconds.size)
    }),
  )
})

test('the share is that of the speech, not of the recording', () => {
  const speech = [
    { start: 10, end: 20 },
    { start: 30, end: 40 },
  ]
  expect(shareOf(speech, [{ start: 0, end: 15 }])).toBe(0.25)
  expect(shareOf(speech, [{ start: 20, end: 30 }])).toBe(0)
  expect(shareOf(speech, [{ start: 0, end: 100 }])).toBe(1)
  expect(shareOf([], [{ start: 0, end: 100 }])).toBeNull()
})

const gaps = (of: TimeSpan[]) => of.slice(1).map(({ start }, index) => start - (of[index]?.end ?? 0))

test('what lies beyond the recording is not heard, and without a known end nothing beyond half a day', () => {
  const heard = [
    { start: 0, end: 10 },
    { start: 50, end: 1_000_000 },
    { start: 2_000_000, end: 3_000_000 },
  ]
  expect(spansWithin(60, heard)).toEqual([
    { start: 0, end: 10 },
    { start: 50, end: 60 },
  ])
  expect(spansWithin(null, heard).at(-1)).toEqual({ start: 50, end: LONGEST_RECORDING })
})

test('however much is heard in pieces, few are kept: all that was heard, and the shortest gaps between', () => {
  const piece = fc.tuple(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: 1, max: 9 }))
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 3_000, size: 'max' }), (pieces) => {
      const spans = joinSpans(pieces.map(([start, length]) => ({ start, end: start + length })))
      const kept = fewerSpans(spans)
      expect(kept.length).toBe(Math.min(spans.length, MOST_SPANS))
      expect(secondsOf(commonSpans(kept, spans))).toBe(secondsOf(spans))
      expect(fewerSpans(kept)).toEqual(kept)
      const longest = gaps(spans)
        .toSorted((a, b) => b - a)
        .slice(0, Math.max(0, kept.length - 1))
      expect(gaps(kept).toSorted((a, b) => b - a)).toEqual(longest)
    }),
    { numRuns: 30 },
  )
})

test('the share of a long talk that was heard in as many pieces is found in one walk', () => {
  let looks = 0
  const counted = (spans: TimeSpan[]) =>
    new Proxy(spans, {
      get: (target, name, receiver) => {
        if (typeof name === 'string' && /^\d+$/.test(name)) looks++
        return Reflect.get(target, name, receiver) as unknown
      },
    })
  const pieces = Array.from({ length: 20_000 }, (_, index) => ({ start: index * 2, end: index * 2 + 1 }))
  expect(shareOf(counted(pieces), counted(pieces))).toBe(1)
  expect(looks).toBeLessThan(10 * pieces.length)
})
