// Must hold 33.
import { expect, test } from 'vitest'
import { retryAfterMs } from './retry-after'

const NOW = Date.parse('2026-11-23T12:00:00Z')

test('seconds and dates both name a moment', () => {
  expect(retryAfterMs('120', NOW)).toBe(120_000)
  expect(retryAfterMs(' 0 ', NOW)).toBe(0)
  expect(retryAfterMs('Mon, 23 Nov 2026 12:00:07 GMT', NOW)).toBe(7_000)
})

test('a date that has passed asks for no wait', () => {
  expect(retryAfterMs('Mon, 23 Nov 2026 11:00:00 GMT', NOW)).toBe(0)
})

test('what names no moment asks for nothing', () => {
  for (const header of [undefined, '', 'soon']) expect(retryAfterMs(header, NOW)).toBeNull()
})
