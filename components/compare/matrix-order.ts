import { cellAt, type Matrix, type MatrixRow } from '@/lib/compare/matrix'
import type { Rating } from '@/lib/compare/rating'
import type { UnsentRating } from './unsent-rating'

/** By the question of this key, or by the candidates as they stand where that is null. */
export type MatrixSort = { key: string | null; by: 'seconds' | 'rating'; isDescending: boolean }

export const AS_THEY_STAND: MatrixSort = { key: null, by: 'seconds', isDescending: false }

type SortedMatrix = { questions: { key: string }[]; rows: MatrixRow[] }

/** What is missing comes last, whichever way it is sorted; what is the same stays in the order of the candidates. */
export function sortedRows({ questions, rows }: SortedMatrix, { key, by, isDescending }: MatrixSort): MatrixRow[] {
  if (key === null) return isDescending ? rows.toReversed() : rows
  const column = questions.findIndex((question) => question.key === key)
  const valueOf = ({ cells }: MatrixRow) => cells[column]?.[by] ?? null
  return rows.toSorted((a, b) => {
    const [some, other] = [valueOf(a), valueOf(b)]
    if (some === null || other === null) return Number(some === null) - Number(other === null)
    return isDescending ? other - some : some - other
  })
}

/** Once more from the other end; another column begins with what is longest or best. */
export function sortedBy(sort: MatrixSort, key: string | null): MatrixSort {
  const isSame = sort.key === key
  return { ...sort, key, isDescending: isSame ? !sort.isDescending : key !== null }
}

/** The matrix with what the reader gave and the server does not have yet. */
export function withUnsent(matrix: Matrix, waiting: readonly UnsentRating[]): Matrix {
  return waiting.reduce((held, { interview, key, rating }) => withCellRating(held, { interview, key }, rating), matrix)
}

type CellRef = { interview: string; key: string }

/** The matrix once the server has this. */
export function withCellRating(matrix: Matrix, { interview, key }: CellRef, rating: Rating | null): Matrix {
  const column = matrix.questions.findIndex((question) => question.key === key)
  if (column < 0) return matrix
  const rate = (row: MatrixRow) => ({ ...row.cells, [column]: { ...cellAt(row, column), rating } })
  const rows = matrix.rows.map((row) => (row.interview === interview ? { ...row, cells: rate(row) } : row))
  return { ...matrix, rows }
}
