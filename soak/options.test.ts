import { expect, test } from 'vitest'
import { readOptions } from './options'

test('it lasts a few minutes unless told otherwise, and a seed makes it repeatable', () => {
  expect(readOptions([])).toMatchObject({ minutes: 3 })
  expect(readOptions(['--minutes', '0.5', '--seed', '7'])).toEqual({ minutes: 0.5, seed: 7 })
})

test.each([
  ['--minutes', '601'],
  ['--minutes', '0'],
  ['--minutes', 'long'],
  ['--minutes', ''],
  ['--seed', '-1'],
  ['--hours', '1'],
])('%s %s is refused with a sentence', (...args) => {
  expect(() => readOptions(args)).toThrow(/--minutes .*\.$|--seed .*\.$/)
})
