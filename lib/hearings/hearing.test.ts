import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { secondsOf } from '../interviews/speech'
import { joinSpans, shareHeard } from './hearing'

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
  expect(shareHeard(speech, [{ start: 0, end: 15 }])).toBe(0.25)
  expect(shareHeard(speech, [{ start: 20, end: 30 }])).toBe(0)
  expect(shareHeard(speech, [{ start: 0, end: 100 }])).toBe(1)
  expect(shareHeard([], [{ start: 0, end: 100 }])).toBeNull()
})
