import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { encrypt, encryptAlike, decrypt } from './encrypt'

const SECRET = 'the secret of this installation, 1'

test('what was encrypted is decrypted again, for its owner and with its key alone', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string(), fc.string(), (text, owner, other) => {
      fc.pre(owner !== other)
      const encrypted = encrypt(text, owner, SECRET)
      expect(decrypt(encrypted, owner, SECRET)).toBe(text)
      expect(decrypt(encrypted, other, SECRET)).toBeNull()
      expect(decrypt(encrypted, owner, `${SECRET}0`)).toBeNull()
    }),
    { numRuns: 200 },
  )
})

test('any flipped bit, and any part alone, decrypts to nothing', () => {
  const encrypted = encrypt('myGoodSecret', 'f6298c77', SECRET)
  fc.assert(
    fc.property(fc.nat(encrypted.length - 1), fc.nat(7), (index, bit) => {
      const flipped = Buffer.from(encrypted)
      flipped[index] = (flipped[index] ?? 0) ^ (1 << bit)
      expect(decrypt(flipped, 'f6298c77', SECRET)).toBeNull()
      expect(decrypt(encrypted.subarray(0, index), 'f6298c77', SECRET)).toBeNull()
    }),
  )
})

test('what is encrypted alike looks the same for the same text and owner alone, and is decrypted as the other is', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (text, other) => {
      fc.pre(text !== other)
      const encrypted = encryptAlike(text, 'a', SECRET)
      expect(decrypt(encrypted, 'a', SECRET)).toBe(text)
      expect(encryptAlike(text, 'a', SECRET).equals(encrypted)).toBe(true)
      for (const unlike of [
        encryptAlike(other, 'a', SECRET),
        encryptAlike(text, 'b', SECRET),
        encryptAlike(text, 'a', `${SECRET}0`),
      ])
        expect(unlike.subarray(0, 12).equals(encrypted.subarray(0, 12))).toBe(false)
    }),
    { numRuns: 200 },
  )
})

test('encrypted twice it looks different, and neither shows the text', () => {
  const both = [encrypt('myGoodSecret', 'f', SECRET), encrypt('myGoodSecret', 'f', SECRET)]
  expect(both[0]?.equals(both[1] ?? Buffer.of())).toBe(false)
  for (const encrypted of both) expect(encrypted.toString('latin1')).not.toContain('myGood')
})
