import type { Candidate } from '../../interviews/interview'
import type { InterviewId } from '../../interviews/interview-id'
import type { CastVote } from '../vote'

/** Words of the talk that a member wrote a note on; `at` is seconds into the recording, null where nobody knows. */
export type QuotedMoment = { noteId: string; at: number | null; text: string }

/** An interview on which a team has to agree yet: each vote with what its author quotes, the weakest first. */
export type SplitInterview = {
  interview: { id: InterviewId; candidate: Candidate; flowTitle: string | null }
  votes: (CastVote & { moments: QuotedMoment[] })[]
}

/** `total` counts those that are not among the items too. */
export type Agenda = { items: SplitInterview[]; total: number }
