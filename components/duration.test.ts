import { expect, test } from 'vitest'
import { formatDuration, parseDuration } from './duration'

test('durations are m:ss, with hours only when there are any, and a missing one is a dash', () => {
  expect(formatDuration(0)).toBe('0:00')
  expect(formatDuration(59.99)).toBe('0:59')
  expect(formatDuration(524)).toBe('8:44')
  expect(formatDuration(3661)).toBe('1:01:01')
  expect(formatDuration(null)).toBe('–')
})

test('a typed duration is minutes and seconds, or minutes alone', () => {
  expect(['5', '5:30', '0:07', '1:01:01'].map(parseDuration)).toEqual([300, 330, 7, 3661])
  expect(['', '5:99', '-5', '5.5', 'five', '1:2:3:4'].map(parseDuration)).toEqual(Array(6).fill(NaN))
})
