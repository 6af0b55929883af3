import { expect, test } from 'vitest'
import { isMeantFor, SETTLES_MS } from './just-opened'

test('a press is meant for a page that has been in sight for a while, and not for one that came under the finger', () => {
  expect(isMeantFor(null, 10_000)).toBe(false)
  expect(isMeantFor(10_000, 9_990)).toBe(false)
  expect(isMeantFor(10_000, 10_000 + SETTLES_MS - 1)).toBe(false)
  expect(isMeantFor(10_000, 10_000 + SETTLES_MS)).toBe(true)
})
