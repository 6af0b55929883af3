import { expect, test } from 'vitest'
import { boundedCount, placeAmong, shownAmong } from './bounded-count'

test('up to a thousand is counted, and what is more is said to be that', () => {
  expect([0, 1, 999, 1_000, 1_001].map((count) => boundedCount(count))).toEqual(['0', '1', '999', '1,000', '1,000+'])
})

test('a place is said among those that are counted', () => {
  expect(placeAmong(12, 40)).toBe('12 of 40')
  expect(placeAmong(1_000, 1_001)).toBe('1,000 of 1,000+')
  expect(placeAmong(1_001, 1_001)).toBe('after 1,000')
})

test('what is shown of a list is counted beyond that, and what is left is not', () => {
  expect([shownAmong(50, 120), shownAmong(1_000, 1_001), shownAmong(1_050, 1_001)]).toEqual([
    '50 of 120',
    '1,000 of 1,000+',
    '1,050 and more',
  ])
})
