import type { AnswerState, ComparedCandidate, ComparedFlow, ComparedQuestion } from './compared'
import type { Rating } from './rating'

/** Seconds of the answer, null where they are not known or there is none; and what the reader gave. */
export type MatrixCell = { state: AnswerState; seconds: number | null; rating: Rating | null }

/** `cells` are in the order of the questions; `interview` is an id, or an alias where names are hidden. */
export type MatrixRow = { interview: string; candidate: ComparedCandidate; plays: boolean; cells: MatrixCell[] }

/** Everybody's answers to all questions of a flow. */
export type Matrix = { flow: ComparedFlow; questions: ComparedQuestion[]; rows: MatrixRow[] }
