import { expect, test } from 'vitest'
import { exportUrl, firstOf } from './export-url'
import { usualFormat } from './table-format'

test('an export asks for all of the list that is shown, in its order, and not for its page', () => {
  const search = 'q=night&flow=f1&sort=-score&limit=100&cursor=x'
  expect(exportUrl(search, { format: 'json', table: 'comma', bom: true })).toBe(
    '/api/exports/interviews.json?q=night&flow=f1&sort=-score',
  )
  expect(exportUrl('', { format: 'csv', table: 'semicolon', bom: true })).toBe(
    '/api/exports/interviews.csv?separator=semicolon&decimal=comma&bom=yes',
  )
})

test('how many an export will have is asked of that list, with a single row', () => {
  expect(firstOf('q=night&flow=f1&limit=100&cursor=x')).toBe('q=night&flow=f1&limit=1')
})

test.each([
  ['en-US', 'comma'],
  ['ja-JP', 'comma'],
  ['de-DE', 'semicolon'],
  ['fr', 'semicolon'],
  ['pt-BR', 'semicolon'],
])('a spreadsheet in %s opens a table with %ss by itself', (language, format) => {
  expect(usualFormat(language)).toBe(format)
})
