import { expect, test } from 'vitest'
import { formatMoment, parseMoment } from './moment'

test.each([
  ['83.4', { start: 83.4, end: null }],
  ['83.4-97', { start: 83.4, end: 97 }],
  ['0-1.25', { start: 0, end: 1.25 }],
  ['97-83', { start: 97, end: null }],
  ['-5', { start: 0, end: null }],
  ['1e3', { start: 0, end: null }],
  ['soon', { start: 0, end: null }],
  [null, { start: 0, end: null }],
])('%j is read as %j', (text, moment) => {
  expect(parseMoment(text)).toEqual(moment)
})

test('what is written is read again, and holds all of the stretch', () => {
  expect(formatMoment({ start: 83.46, end: null })).toBe('83.4')
  expect(parseMoment(formatMoment({ start: 83.46, end: 97.01 }))).toEqual({ start: 83.4, end: 97.1 })
})
