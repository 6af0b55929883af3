import { expect, test } from 'vitest'
import type { ListProgress } from './connection'
import { readingOf } from './reading'

const NOW = Date.parse('2026-11-26T12:00:00Z')
const at = (secondsAgo: number) => new Date(NOW - secondsAgo * 1000).toISOString()
const over: ListProgress = {
  ...{ status: 'incomplete', seen: 100, passedAt: at(60), comparedAt: at(60), beganAt: at(90) },
  ...{ isUnderWay: false, about: null, order: null },
}
const underWay: ListProgress = { ...over, status: 'completed', passedAt: null, comparedAt: null, isUnderWay: true }

test('once both lists have been read nothing is being read', () => {
  expect(readingOf([over, over], NOW)).toBeNull()
})

test('how much is left follows from how long the list is about, and from the pace until now', () => {
  const lists = [over, { ...underWay, seen: 500, about: 1_900, beganAt: at(100) }]
  expect(readingOf(lists, NOW)).toEqual({ seen: 600, about: 2_000, secondsLeft: 280 })
})

test('what has grown beyond the estimate is nearly over', () => {
  const lists = [over, { ...underWay, seen: 2_100, about: 1_900, beganAt: at(100) }]
  expect(readingOf(lists, NOW)).toEqual({ seen: 2_200, about: 2_200, secondsLeft: 0 })
})

test.each([
  ['it was not asked', [{ ...underWay, seen: 20 }], 20],
  ['a list has not begun', [{ ...underWay, seen: 0, about: null, beganAt: null }, over], 100],
  [
    'one of two is not known',
    [
      { ...underWay, seen: 600, about: 900 },
      { ...underWay, seen: 40 },
    ],
    640,
  ],
])('nothing is told of the whole where %s', (_, lists, seen) => {
  expect(readingOf(lists, NOW)).toEqual({ seen, about: null, secondsLeft: null })
})
