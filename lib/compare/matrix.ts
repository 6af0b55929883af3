import type { AnswerState, ComparedCandidate, ComparedFlow, ComparedQuestion } from './compared'
import type { Rating } from './rating'

/** Seconds of the answer, null where they are not known or there is none; and what the reader gave. */
export type MatrixCell = { state: AnswerState; seconds: number | null; rating: Rating | null }

/**
 * `cells` are by the place of their question, from 0; of those that nobody put to the candidate there is none, and what stands there
 * is `blank`. `interview` is an id, or an alias where names are hidden.
 */
export type MatrixRow = {
  interview: string
  candidate: ComparedCandidate
  plays: boolean
  blank: AnswerState
  cells: Record<number, MatrixCell>
}

/** Everybody's answers to all questions of a flow. */
export type Matrix = { flow: ComparedFlow; questions: ComparedQuestion[]; rows: MatrixRow[] }

export function cellAt({ cells, blank }: Pick<MatrixRow, 'cells' | 'blank'>, column: number): MatrixCell {
  return cells[column] ?? { state: blank, seconds: null, rating: null }
}
