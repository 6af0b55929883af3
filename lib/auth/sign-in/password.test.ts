import { expect, test } from 'vitest'
import { excessOf } from '../../testing/cpu-cost'
import { hashNewPassword, verifyPassword } from './password'

const email = 'ada@example.com'
const phrase = (length: number) =>
  'vexed otter plays nine brown zithers loudly at dusk under pale moons'.slice(0, length)
const refusal = (password: string) => expect(hashNewPassword({ password, email })).rejects

test('14 characters are refused, 15 and 64 accepted', async () => {
  await refusal(phrase(14)).toMatchObject({ code: 'password_too_short' })
  await expect(hashNewPassword({ password: phrase(15), email })).resolves.toMatch(
    /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/,
  )
  await expect(hashNewPassword({ password: phrase(64), email })).resolves.toMatch(/^\$argon2id/)
})

test('a character counts once, however many bytes or UTF-16 units it takes', async () => {
  const emoji = Array.from('🦦🎻🌙🍵🧭🪁🎈🦉🐢🌵🎲🧵🪵🥁🌶')
  expect(emoji).toHaveLength(15)
  await refusal(emoji.slice(1).join('')).toMatchObject({ code: 'password_too_short' })
  await expect(hashNewPassword({ password: emoji.join(''), email })).resolves.toBeTypeOf('string')
})

test('256 characters are accepted and more are refused rather than cut', async () => {
  const long = Array.from({ length: 257 }, (_, index) => String.fromCodePoint(0x4e00 + ((index * 7919) % 20_000)))
  await refusal(long.join('')).toMatchObject({ code: 'password_too_long' })

  const accepted = long.slice(1)
  const hash = await hashNewPassword({ password: accepted.join(''), email })
  await expect(verifyPassword(accepted.join(''), hash)).resolves.toBe(true)
  await expect(verifyPassword(accepted.slice(0, -1).join(''), hash)).resolves.toBe(false)
})

test('what follows a zero byte counts', async () => {
  const hash = await hashNewPassword({ password: `${phrase(20)}\0one`, email })
  await expect(verifyPassword(`${phrase(20)}\0two`, hash)).resolves.toBe(false)
})

test('an accented letter matches however the keyboard composes it', async () => {
  const hash = await hashNewPassword({ password: 'caf\u00e9 au lait at noon', email })
  await expect(verifyPassword('cafe\u0301 au lait at noon', hash)).resolves.toBe(true)
  await expect(verifyPassword('cafe au lait at noon', hash)).resolves.toBe(false)
})

test('there is no password for nobody', async () => {
  await expect(verifyPassword('', undefined)).resolves.toBe(false)
  await expect(verifyPassword(phrase(20), undefined)).resolves.toBe(false)
})

test('a common password is refused', async () => {
  await refusal('CorrectHorseBatteryStaple').toMatchObject({ code: 'password_common' })
})

test('what is far too long is refused in a time that grows with its length', async () => {
  const refusals: Promise<void>[] = []
  const excess = excessOf((size) => {
    const password = `a${'\u0301\u0316'.repeat(size)}`
    return () => refusals.push(refusal(password).toMatchObject({ code: 'password_too_long' }))
  }, 1_500)
  await Promise.all(refusals)
  expect(excess).toBeLessThan(1)
})
