import { expect, test } from 'vitest'
import { orderLearned, orderShown } from './list-order'

/** Capitals are new. */
const shown = (list: string) => orderShown(Array.from(list), (id) => id === id.toUpperCase())

test.each([
  ['ABcd', 'newest_first'],
  ['abCD', 'oldest_first'],
  ['aBcD', 'mixed'],
  ['AbC', 'mixed'],
  ['abcd', null],
  ['ABCD', null],
  ['', null],
])('the list %s shows %s', (list, order) => {
  expect(shown(list)).toBe(order)
})

test('what was learned lasts until a list contradicts it', () => {
  expect(orderLearned(null, 'newest_first')).toBe('newest_first')
  expect(orderLearned('newest_first', null)).toBe('newest_first')
  expect(orderLearned('newest_first', 'oldest_first')).toBe('mixed')
  expect(orderLearned('mixed', 'newest_first')).toBe('mixed')
})
