import { cellAt, type Matrix, type MatrixRow } from '@/lib/compare/matrix'
import type { Rating } from '@/lib/compare/rating'
import { comparedLabel } from './answer-label'
import type { UnsentRating } from './unsent-rating'

/** In the place of a question's key: by what the candidates are called. */
export const CANDIDATE = 'candidate'

/** By the question of this key, or `CANDIDATE`; null is as they stand. */
export type MatrixSort = { key: string | null; by: 'seconds' | 'rating'; isDescending: boolean }

export const AS_THEY_STAND: MatrixSort = { key: null, by: 'seconds', isDescending: false }

type SortedMatrix = { questions: { key: string }[]; rows: MatrixRow[] }

/** What is missing comes last, whichever way it is sorted; what is the same stays as it stands. */
export function sortedRows({ questions, rows }: SortedMatrix, { key, by, isDescending }: MatrixSort): MatrixRow[] {
  if (key === null) return rows
  if (key === CANDIDATE) return byName(rows, isDescending)
  const column = questions.findIndex((question) => question.key === key)
  const valueOf = ({ cells }: MatrixRow) => cells[column]?.[by] ?? null
  return rows.toSorted((a, b) => {
    const [some, other] = [valueOf(a), valueOf(b)]
    if (some === null || other === null) return Number(some === null) - Number(other === null)
    return isDescending ? other - some : some - other
  })
}

function byName(rows: MatrixRow[], isDescending: boolean): MatrixRow[] {
  const { compare } = new Intl.Collator()
  const named = rows.map((row) => ({ row, name: comparedLabel(row.candidate) }))
  named.sort((a, b) => compare(a.name, b.name) * (isDescending ? -1 : 1))
  return named.map(({ row }) => row)
}

/** Once more from the other end, and names after that as they stand; another column begins with what is longest or best. */
export function sortedBy(sort: MatrixSort, key: string): MatrixSort {
  if (sort.key !== key) return { ...sort, key, isDescending: key !== CANDIDATE }
  if (key === CANDIDATE && sort.isDescending) return { ...sort, key: null, isDescending: false }
  return { ...sort, isDescending: !sort.isDescending }
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
