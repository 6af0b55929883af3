import { expect, test } from 'vitest'
import { SORT_KEYS } from '@/lib/interviews/list/sort'
import { columnLayout, COLUMNS, DEFAULT_COLUMNS, readColumns, sortBy, writeColumns } from './columns'

const newestFirst = { key: 'seen', descending: true } as const

test('a column of numbers starts with the largest, a column of words with A', () => {
  expect(sortBy('score', newestFirst)).toEqual({ key: 'score', descending: true })
  expect(sortBy('fluency', newestFirst)).toEqual({ key: 'fluency', descending: true })
  expect(sortBy('candidate', newestFirst)).toEqual({ key: 'candidate', descending: false })
})

test('choosing the same column again turns it round', () => {
  expect(sortBy('seen', newestFirst)).toEqual({ key: 'seen', descending: false })
})

test('every column can be sorted by, and everything a list is sorted by is a column', () => {
  expect(COLUMNS.map(({ name }) => name).toSorted()).toEqual([...SORT_KEYS].toSorted())
})

test('the columns that were chosen are the ones that come back, in the order of the screen', () => {
  expect(readColumns(writeColumns(['candidate', 'seen', 'email']))).toEqual(['candidate', 'email', 'seen'])
  expect(readColumns(undefined)).toEqual(DEFAULT_COLUMNS)
})

test('a cookie that somebody wrote by hand shows the columns that there are', () => {
  expect(readColumns('flow.__proto__.<b>')).toEqual(['candidate', 'flow'])
  expect(readColumns('')).toEqual(['candidate'])
})

test('a row has room for its columns, their gaps and its gutters', () => {
  expect(columnLayout(['candidate', 'state'])).toEqual({
    template: 'minmax(156px, 2.2fr) 96px',
    least: 156 + 96 + 16 + 48,
  })
})
