import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { decimal } from './decimal'

const digits = fc.string({ unit: fc.constantFrom(...Array.from('0123456789')), minLength: 1, maxLength: 24 })

function read(written: string) {
  const [whole = '', fraction = ''] = written.split('.')
  return decimal(Number(whole), Number(fraction), fraction.length)
}

/** Rightly, or not at all. */
function isTold(written: string) {
  const number = read(written)
  return Number.isNaN(number) || Object.is(number, JSON.parse(written))
}

test('a decimal is the number that JSON has there, or none is told', () => {
  fc.assert(
    fc.property(fc.oneof(fc.nat(), fc.nat(99), fc.maxSafeNat()), digits, (whole, fraction) => {
      const written = `${whole}.${fraction}`
      expect(isTold(written)).toBe(true)
    }),
    { numRuns: 20_000 },
  )
})

test('a time as a server writes it is nearly always told', () => {
  const times = Array.from({ length: 10_000 }, (_, second) => second / 3)
  expect(times.filter((time) => Object.is(read(String(time)), time)).length).toBeGreaterThan(9_900)
})

test.each(['0.0', '1.0', '1.5', '9007199254740991.5', '0.3000000000000000444'])('%s is told or left', (written) => {
  expect(isTold(written)).toBe(true)
})
