import { expect, test } from 'vitest'
import { cellAt, type Matrix, type MatrixRow } from '@/lib/compare/matrix'
import { AS_THEY_STAND, CANDIDATE, type MatrixSort, sortedBy, sortedRows, withUnsent } from './matrix-order'

function row(interview: string, seconds: number | null, rating: 1 | 4 | null = null): MatrixRow {
  const candidate = { is: 'named', name: interview, email: null } as const
  return { interview, candidate, plays: true, blank: 'not_asked', cells: { 0: { state: 'answered', seconds, rating } } }
}
const ROWS = [row('Ada', 12, 4), row('Grace', null), row('Linus', 30), row('Wendell', 12, 1)]
const namesBy = (sort: MatrixSort) =>
  sortedRows({ questions: [{ key: 'night' }], rows: ROWS }, sort).map(({ interview }) => interview)

test('a column is sorted from its longest or best on, then from the other end, and what is missing comes last', () => {
  const longest = sortedBy(AS_THEY_STAND, 'night')
  expect(namesBy(longest)).toEqual(['Linus', 'Ada', 'Wendell', 'Grace'])
  expect(namesBy(sortedBy(longest, 'night'))).toEqual(['Ada', 'Wendell', 'Linus', 'Grace'])
  expect(namesBy({ ...longest, by: 'rating' })).toEqual(['Ada', 'Wendell', 'Grace', 'Linus'])
})

test('a question stays the one that is sorted by, wherever it stands by now', () => {
  const rows = ROWS.map((one) => ({
    ...one,
    cells: { 0: { state: 'answered' as const, seconds: 1, rating: null }, 1: cellAt(one, 0) },
  }))
  const sorted = sortedRows({ questions: [{ key: 'new' }, { key: 'night' }], rows }, sortedBy(AS_THEY_STAND, 'night'))
  expect(sorted.map(({ interview }) => interview)).toEqual(['Linus', 'Ada', 'Wendell', 'Grace'])
})

test('candidates are sorted by name, then from the other end, then they stand as they came', () => {
  const rows = ['Linus', 'Ada', 'Élise', 'Wendell'].map((name) => row(name, 1))
  const namesOf = (sort: MatrixSort) => sortedRows({ questions: [], rows }, sort).map(({ interview }) => interview)
  const byName = sortedBy(AS_THEY_STAND, CANDIDATE)
  expect(namesOf(byName)).toEqual(['Ada', 'Élise', 'Linus', 'Wendell'])
  const fromTheEnd = sortedBy(byName, CANDIDATE)
  expect(namesOf(fromTheEnd)).toEqual(['Wendell', 'Linus', 'Élise', 'Ada'])
  expect(sortedBy(fromTheEnd, CANDIDATE)).toEqual(AS_THEY_STAND)
  expect(namesOf(AS_THEY_STAND)).toEqual(['Linus', 'Ada', 'Élise', 'Wendell'])
})

test('what is rated and not sent yet stands in its cell alone', () => {
  const question = { key: 'night', text: 'A night?', scripted: true, asked: 4, answered: 3, rated: 2 }
  const names = { areHidden: false, areHiddenByFlow: false, revealedAt: null }
  const matrix: Matrix = {
    flow: { id: 'f', title: 'F', language: null, isWhole: true, names },
    questions: [question],
    rows: ROWS,
  }
  const unsent = {
    ...{ interview: 'Ada', key: 'night', rating: null, anchors: null, writtenAt: '', version: '' },
    ...{ replaces: null, unanswered: [], isContested: false },
  }
  const shown = withUnsent(matrix, [
    unsent,
    { ...unsent, interview: 'Linus', rating: 5 },
    { ...unsent, key: 'other', rating: 2 },
  ])
  expect(shown.rows.map(({ cells }) => cells[0]?.rating)).toEqual([null, null, 5, 1])
})
