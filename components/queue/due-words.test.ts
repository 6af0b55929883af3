import { expect, test } from 'vitest'
import { dueWords, localDay } from './due-words'

test.each([
  ['2026-11-24', '2 days overdue', true],
  ['2026-11-25', '1 day overdue', true],
  ['2026-11-26', 'due today', false],
  ['2026-11-27', 'due tomorrow', false],
  ['2026-12-02', 'due Wed', false],
  ['2026-12-03', 'due Dec 3', false],
])('on 26 November what is wanted by %s is %s', (dueOn, text, isOverdue) => {
  expect(dueWords(dueOn, '2026-11-26', 'en-US')).toEqual({ text, isOverdue })
})

test('a day is its reader’s own, whatever the hour', () => {
  expect(localDay(new Date(2026, 0, 3, 23, 59), null)).toBe('2026-01-03')
  expect(localDay(new Date('2026-01-03T23:59:00Z'), 'Asia/Tokyo')).toBe('2026-01-04')
})
