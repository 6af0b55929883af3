import { expect, test } from 'vitest'
import { isCommonPassword } from './common-password'
import { COMMON_PASSWORDS } from './common-passwords'

const email = 'grace.hopper@example.com'

test.each([
  ['a leaked one', 'passwordstandard'],
  ['a leaked one in capitals and with punctuation', '1QAZ-2wsx-3edc-4RFV!'],
  ['a leaked one with a year after it', 'WinterIsComing2026'],
  ['one character', 'aaaaaaaaaaaaaaaa'],
  ['one word over and over', 'marbles marbles marbles'],
  ['a word over and over, cut short', 'marblesmarblesma'],
  ['digits in a row', '1234567890123456'],
  ['digits in a row backwards', '9876543210987654'],
  ['digits in a row with dashes', '1-2-3-4-5-6-7-8-9-0'],
  ['the alphabet', 'abcdefghijklmnopqrs'],
  ['a walk along the keyboard', 'qwertyuiopasdfghjkl'],
  ['few different characters', 'ababbabaabbabaab'],
  ['the product’s name and a year', 'Debrief-2026-2026'],
  ['the product’s name and a run of digits', 'debrief123456789'],
  ['common words joined', 'Welcome-Admin-Password-1'],
  ['the email', 'Grace.Hopper@example.com'],
  ['the name in the email', 'gracehopper-1906'],
])('%s is common', (_, password) => {
  expect(isCommonPassword(password, email)).toBe(true)
})

test.each([
  'vexed otter plays',
  'my brown zither hums at dusk',
  'Xk3-admin-8fjq-2mRt',
  '8472910385710298',
  '🦦🎻🌙🍵🧭🪁🎈🦉🐢🌵🎲🧵🪵🥁🌶',
  'ありがとう世界の平和を祈っています',
  'hopper said moths jam relays',
])('%s is not', (password) => {
  expect(isCommonPassword(password, email)).toBe(false)
})

test('the sample members’ password is accepted for each of them', () => {
  for (const name of ['admin', 'recruiter', 'reviewer'])
    expect(isCommonPassword('debrief-demo-only', `${name}@example.com`)).toBe(false)
})

test('the list holds hundreds, each in the form it is looked up in', () => {
  expect(COMMON_PASSWORDS.size).toBeGreaterThan(400)
  for (const password of COMMON_PASSWORDS) expect(password).toMatch(/^[\p{Ll}\p{N}]+$/u)
})
