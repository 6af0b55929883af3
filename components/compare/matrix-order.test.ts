import { expect, test } from 'vitest'
import { cellAt, type Matrix, type MatrixRow } from '@/lib/compare/matrix'
import { AS_THEY_STAND, type MatrixSort, sortedBy, sortedRows, withUnsent } from './matrix-order'

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

test('the candidates’ own column turns their order round', () => {
  expect(namesBy(AS_THEY_STAND)).toEqual(['Ada', 'Grace', 'Linus', 'Wendell'])
  expect(namesBy(sortedBy(AS_THEY_STAND, null))).toEqual(['Wendell', 'Linus', 'Grace', 'Ada'])
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
