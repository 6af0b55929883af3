import { expect, test } from 'vitest'
import { typedDay, typedTime } from './typed-time'

test('a time in whatever zone is the same one in UTC, to the millisecond', () => {
  expect(typedTime.parse('2026-11-26T01:00:00.1239+23:59')).toBe('2026-11-25T01:01:00.123Z')
})

test('what Postgres knows no time or day of is refused with a sentence', () => {
  for (const time of ['0000-01-01T00:00:00Z', '1969-12-31T23:00:00Z', '9999-12-31T23:59:59-23:59', 'yesterday', '']) {
    expect(typedTime.safeParse(time).success, time).toBe(false)
  }
  for (const day of ['0000-01-01', '9999-01-01', '2026-02-30', '']) {
    expect(typedDay.safeParse(day).success, day).toBe(false)
  }
  expect(typedDay.parse('2028-02-29')).toBe('2028-02-29')
})
