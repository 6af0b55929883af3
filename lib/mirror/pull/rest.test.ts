import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createPace, longestRest, restAfter } from './rest'

const quick = { pullSeconds: 1, failures: 0, isMore: false }

test('a quick pull is followed by the interval, a slow one by nine times as long', () => {
  expect(restAfter(quick, 60)).toBe(60)
  expect(restAfter({ ...quick, pullSeconds: 20 }, 60)).toBe(180)
})

test('a pull that seemed to take eight hours, since the machine slept, is followed by a quarter of one', () => {
  expect(restAfter({ ...quick, pullSeconds: 8 * 3_600 }, 60)).toBe(900)
})

test('one pull alone that took long, such as the first, makes no long rest, and two in a row do', () => {
  const pace = createPace()
  expect([40, 1, 1, 20, 1, 30, 25, 1].map(pace)).toEqual([0, 1, 1, 1, 1, 1, 25, 1])
})

test('each failure in a row doubles the pause, up to eight intervals', () => {
  expect([1, 2, 3, 4, 1_000].map((failures) => restAfter({ ...quick, failures }, 60))).toEqual([
    120, 240, 480, 480, 480,
  ])
})

test('what is not read to its end goes on without a pause', () => {
  expect(restAfter({ ...quick, pullSeconds: 500, isMore: true }, 60)).toBe(0)
})

test('no pause is longer than the longest, however long a pull took and however often it failed', () => {
  const pulled = fc.record({
    pullSeconds: fc.double({ min: 0, noNaN: true }),
    failures: fc.nat(),
    isMore: fc.boolean(),
  })
  fc.assert(
    fc.property(pulled, fc.integer({ min: 1, max: 86_400 }), (some, interval) => {
      const rest = restAfter(some, interval)
      expect(rest).toBeGreaterThanOrEqual(0)
      expect(rest).toBeLessThanOrEqual(longestRest(interval))
    }),
  )
})
