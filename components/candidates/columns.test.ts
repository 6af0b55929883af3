import { expect, test } from 'vitest'
import { sortBy } from './columns'

const newestFirst = { key: 'seen', descending: true } as const

test('a column of numbers starts with the largest, a column of words with A', () => {
  expect(sortBy('score', newestFirst)).toEqual({ key: 'score', descending: true })
  expect(sortBy('candidate', newestFirst)).toEqual({ key: 'candidate', descending: false })
})

test('choosing the same column again turns it round', () => {
  expect(sortBy('seen', newestFirst)).toEqual({ key: 'seen', descending: false })
})
