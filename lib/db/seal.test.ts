import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { seal, sealAlike, unseal } from './seal'

const SECRET = 'the secret of this installation, 1'

test('what was sealed is opened again, for its owner and with its key alone', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string(), fc.string(), (text, owner, other) => {
      fc.pre(owner !== other)
      const sealed = seal(text, owner, SECRET)
      expect(unseal(sealed, owner, SECRET)).toBe(text)
      expect(unseal(sealed, other, SECRET)).toBeNull()
      expect(unseal(sealed, owner, `${SECRET}0`)).toBeNull()
    }),
    { numRuns: 200 },
  )
})

test('any flipped bit, and any part alone, opens nothing', () => {
  const sealed = seal('myGoodSecret', 'f6298c77', SECRET)
  fc.assert(
    fc.property(fc.nat(sealed.length - 1), fc.nat(7), (index, bit) => {
      const flipped = Buffer.from(sealed)
      flipped[index] = (flipped[index] ?? 0) ^ (1 << bit)
      expect(unseal(flipped, 'f6298c77', SECRET)).toBeNull()
      expect(unseal(sealed.subarray(0, index), 'f6298c77', SECRET)).toBeNull()
    }),
  )
})

test('what is sealed alike looks the same for the same text and owner alone, and opens as the other does', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (text, other) => {
      fc.pre(text !== other)
      const sealed = sealAlike(text, 'a', SECRET)
      expect(unseal(sealed, 'a', SECRET)).toBe(text)
      expect(sealAlike(text, 'a', SECRET).equals(sealed)).toBe(true)
      for (const unlike of [
        sealAlike(other, 'a', SECRET),
        sealAlike(text, 'b', SECRET),
        sealAlike(text, 'a', `${SECRET}0`),
      ])
        expect(unlike.subarray(0, 12).equals(sealed.subarray(0, 12))).toBe(false)
    }),
    { numRuns: 200 },
  )
})

test('sealed twice it looks different, and neither shows the text', () => {
  const both = [seal('myGoodSecret', 'f', SECRET), seal('myGoodSecret', 'f', SECRET)]
  expect(both[0]?.equals(both[1] ?? Buffer.of())).toBe(false)
  for (const sealed of both) expect(sealed.toString('latin1')).not.toContain('myGood')
})
