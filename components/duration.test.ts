import { expect, test } from 'vitest'
import { formatDuration } from './duration'

test('durations are m:ss, with hours only when there are any, and a missing one is a dash', () => {
  expect(formatDuration(0)).toBe('0:00')
  expect(formatDuration(59.99)).toBe('0:59')
  expect(formatDuration(524)).toBe('8:44')
  expect(formatDuration(3661)).toBe('1:01:01')
  expect(formatDuration(null)).toBe('–')
})
