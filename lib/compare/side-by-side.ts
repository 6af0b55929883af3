import type { Assessment } from '../assessment/scores'
import type { InterviewRow } from '../interviews/interview'
import type { Author } from '../members/member'
import type { Invalidation, ScoreOverride } from '../validity/validity'
import type { Votes } from '../votes/vote'
import type { Anchors } from './anchors'
import type { ComparedAnswer, ComparedCandidate, ComparedFlow, ComparedInterview, ComparedQuestion } from './compared'

/** What somebody wrote on an interview; `at` is seconds into the recording, `createdAt` ISO 8601. */
export type FinalistNote = {
  id: string
  author: Author
  body: string
  at: number | null
  quote: string | null
  createdAt: string
}

/** One of those that stand side by side. Notes and votes are those that the reader may know. */
export type Finalist = Pick<InterviewRow, 'status' | 'invalid'> &
  ComparedInterview & {
    candidate: ComparedCandidate
    assessment: Assessment
    /** Which scores members hold to be wrong, and why the interview is marked invalid. */
    overrides: ScoreOverride[]
    invalidReason: Invalidation['reason']
    votes: Votes
    notes: FinalistNote[]
    /** In the order of the questions. */
    answers: ComparedAnswer[]
  }

export type QuestionWithScale = ComparedQuestion & { anchors: Anchors | null }

/**
 * A few candidates of a flow, each with everything that there is of them, question by question; how many of those that were asked
 * for were taken and have no transcript.
 */
export type SideBySide = {
  flow: ComparedFlow
  questions: QuestionWithScale[]
  withoutTranscript: number
  finalists: Finalist[]
}
