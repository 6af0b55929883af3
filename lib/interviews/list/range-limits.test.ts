import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { LIMITS_IN, type Limit } from './range-limits'

const IS: Record<Limit['is'], (one: number, other: number) => boolean> = {
  '>=': (one, other) => one >= other,
  '>': (one, other) => one > other,
  '<=': (one, other) => one <= other,
  '<': (one, other) => one < other,
}
const holds = (limits: Limit[], number: number) => limits.every(({ is, value }) => IS[is](number, value))

const SHOWN = {
  score: { most: 5, grid: 10, reads: (score: number) => Number(score.toFixed(1)) },
  seconds: { most: 86_400, grid: 1, reads: Math.floor },
}

test.each(['score', 'seconds'] as const)('a range of %s holds exactly what reads as if it were in it', (unit) => {
  const { most, grid, reads } = SHOWN[unit]
  const end = fc.integer({ min: 0, max: most * grid }).map((steps) => steps / grid)
  const number = fc.oneof(
    fc.double({ min: 0, max: most, noNaN: true }),
    // Means of whole numbers, and all that lies at the half of a step or beside it.
    fc
      .tuple(fc.integer({ min: 0, max: most * 3 }), fc.constantFrom(1, 2, 3))
      .map(([sum, count]) => Math.min(most, sum / count)),
    fc.integer({ min: 0, max: most * 20 }).map((halves) => Math.min(most, halves / 20)),
    fc.integer({ min: 0, max: most * 20 }).map((halves) => Math.min(most, (halves / 20) * (1 + Number.EPSILON))),
    fc.integer({ min: 0, max: most * 20 }).map((halves) => (halves / 20) * (1 - Number.EPSILON)),
  )
  fc.assert(
    fc.property(end, end, number, (one, other, value) => {
      const [from, to] = [Math.min(one, other), Math.max(one, other)]
      const limitsOf = LIMITS_IN[unit]
      expect(holds(limitsOf({ from, to }), value)).toBe(reads(value) >= from && reads(value) <= to)
      expect(holds(limitsOf({ from, to: null }), value)).toBe(reads(value) >= from)
      expect(holds(limitsOf({ from: null, to }), value)).toBe(reads(value) <= to)
      // Both ends themselves are in it.
      expect([from, to].map((at) => holds(limitsOf({ from, to }), at))).toEqual([true, true])
    }),
    { numRuns: 2_000 },
  )
})

test('every half of a tenth is held by the ends that it reads like, whichever side of it the nearest number lies on', () => {
  for (let halves = 1; halves < 100; halves += 2) {
    const value = halves / 20
    const end = Number(value.toFixed(1))
    expect(holds(LIMITS_IN.score({ from: end, to: end }), value), String(value)).toBe(true)
    for (const other of [Number((end - 0.1).toFixed(1)), Number((end + 0.1).toFixed(1))])
      expect(holds(LIMITS_IN.score({ from: other, to: other }), value), `${value} in ${other}`).toBe(false)
  }
})

test('an end with more digits than are shown is exact, and whole scores are what they were', () => {
  expect(LIMITS_IN.score({ from: 4.25, to: 4.333 })).toEqual([
    { is: '>=', value: 4.25 },
    { is: '<=', value: 4.333 },
  ])
  expect(LIMITS_IN.seconds({ from: 60.5, to: 600.25 })).toEqual([
    { is: '>=', value: 60.5 },
    { is: '<=', value: 600.25 },
  ])
  const whole = [0, 1, 2, 3, 4, 5]
  expect(whole.filter((score) => holds(LIMITS_IN.score({ from: 3, to: 5 }), score))).toEqual([3, 4, 5])
})
