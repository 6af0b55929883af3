import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { SORT_KEYS, type SortKey } from '@/lib/interviews/list/sort'
import { columnLayout, COLUMNS, columnsUnder, DEFAULT_COLUMNS, readColumns, sortBy, writeColumns } from './columns'

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
  expect(readColumns('flow.__proto__.<b>.-votes.-you.-notes.-status')).toEqual(['candidate', 'flow'])
  expect(readColumns('')).toEqual(['candidate', 'votes', 'you', 'notes', 'status'])
})

test('what was chosen before there were Votes, You, Notes and Status stays, and these come to it until they are taken away', () => {
  expect(readColumns('candidate.team.seen')).toEqual(['candidate', 'team', 'votes', 'you', 'notes', 'status', 'seen'])
  const LATER: SortKey[] = ['votes', 'you', 'notes', 'status']
  const later = fc.subarray(LATER)
  const others = fc.subarray(COLUMNS.map(({ name }) => name).filter((name) => !LATER.includes(name)))
  fc.assert(
    fc.property(others, later, (chosen, kept) => {
      const columns = COLUMNS.map(({ name }) => name).filter((name) => [...chosen, ...kept, 'candidate'].includes(name))
      expect(readColumns(writeColumns(columns))).toEqual(columns)
    }),
  )
})

test('a row has room for its columns, their gaps and its gutters', () => {
  expect(columnLayout(['candidate', 'state'], 'usual')).toEqual({
    template: 'minmax(156px, 2.2fr) 96px',
    least: 156 + 96 + 16 + 48,
  })
  expect(columnLayout(['candidate', 'state'], 'dense').least).toBe(124 + 88 + 12 + 32)
})

test('the usual columns fit beside the rail of a window of 1024 px, and beside the sidebar of one of 1200, and an email takes no room from them', () => {
  const room = Math.min(1024 - 72, 1200 - 208)
  expect(columnLayout(DEFAULT_COLUMNS, 'dense').least).toBeLessThanOrEqual(room)
  expect(columnLayout([...DEFAULT_COLUMNS, 'email'], 'dense').least).toBeLessThanOrEqual(room)
})

test('while one flow is filtered no row says it again', () => {
  expect(columnsUnder({ flow: ['one'] }, ['candidate', 'flow', 'seen'])).toEqual(['candidate', 'seen'])
  for (const flow of [[], ['one', 'other']])
    expect(columnsUnder({ flow }, ['candidate', 'flow'])).toEqual(['candidate', 'flow'])
})
