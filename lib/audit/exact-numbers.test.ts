import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { hasNumber, readExactly } from './exact-numbers'

test.each([
  ['{"count": 5, "of": [0, -12]}', true],
  ['{"count": 9007199254740991}', true],
  ['{"words": "5.5 or 1e400, \\"6.6\\", \\\\", "count": 1}', true],
  ['{"count": 5.00000000000000000001}', false],
  ['{"count": 5.0}', false],
  ['{"count": 1e3}', false],
  ['{"count": -0}', false],
  ['{"count": 9007199254740992}', false],
  [`{"of": [{"count": 1${'0'.repeat(400)}}]}`, false],
])('whether %s says nothing but what is read of it: %s', (json, isExact) => {
  expect(readExactly(json)).toEqual(isExact ? JSON.parse(json) : `\0${json}`)
})

test('a number is found wherever it stands', () => {
  for (const value of [5, Infinity, { a: { b: [null, 5] } }]) expect(hasNumber(value)).toBe(true)
  for (const value of [null, '5', {}, { a: { b: [null, '5', true] } }]) expect(hasNumber(value)).toBe(false)
})

/** What JavaScript reads as one number, or nearly. */
const WAYS: ((value: bigint) => string)[] = [
  String,
  (value) => String(value + 1n),
  (value) => (value < 0n ? `${value}` : `-${value}`),
  (value) => `${value}.0`,
  (value) => `${value}.00000000000000000001`,
  (value) => `${value}e0`,
  (value) => `${value}0E-1`,
  (value) => `${value}e400`,
]
const value = fc.oneof(
  fc.bigInt(-9n, 9n),
  fc.bigInt(2n ** 53n - 5n, 2n ** 53n + 5n),
  fc.bigInt(-(2n ** 70n), 2n ** 70n),
)

const read = (written: string) => JSON.stringify(readExactly(`{"of": [${written}, 1], "words": "5.5"}`))

test('of two numbers that are written otherwise neither is read as the other', () => {
  const way = fc.constantFrom(...WAYS)
  fc.assert(
    fc.property(value, way, way, (number, one, other) => {
      fc.pre(one(number) !== other(number))
      expect(read(one(number))).not.toBe(read(other(number)))
    }),
    { numRuns: 1_000 },
  )
})
