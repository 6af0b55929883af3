import { randomBytes } from 'node:crypto'
import { assert, property, uint8Array } from 'fast-check'
import { expect, test } from 'vitest'
import { formatCode, readCode } from './setup-code'

test('a code is four groups of five characters that cannot be mistaken for each other', () => {
  expect(formatCode(randomBytes(32))).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}$/)
})

test('each of a hundred bits changes the code', () => {
  const secret = randomBytes(20)
  const codes = new Set<string>()
  for (let bit = 0; bit < 100; bit++) {
    const changed = Buffer.from(secret)
    const byte = Math.floor(bit / 5)
    changed.writeUInt8(changed.readUInt8(byte) ^ (1 << (bit % 5)), byte)
    codes.add(formatCode(changed))
  }
  expect(codes.size).toBe(100)
  expect(codes.has(formatCode(secret))).toBe(false)
})

test('a code is understood in any case and grouping, and with the letters that look like its digits', () => {
  assert(
    property(uint8Array({ minLength: 20, maxLength: 20 }), (secret) => {
      const code = formatCode(secret)
      expect(readCode(code)).toBe(code)
      expect(readCode(` ${code.toLowerCase().replaceAll('-', ' ')}\n`)).toBe(code)
      expect(readCode(code.replaceAll('-', '').replaceAll('0', 'O').replaceAll('1', 'l'))).toBe(code)
    }),
  )
})
