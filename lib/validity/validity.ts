import type { ScoreName } from '../assessment/scores'
import type { InvalidCause } from '../interviews/interview'
import type { HiddenReason } from '../interviews/status'
import type { Author } from '../members/member'

/** `at` is ISO 8601. */
type Marked = { by: Author; at: string; isMine: boolean }

export type Invalidation = Marked & { cause: InvalidCause; reason: string | HiddenReason | null }

/** That a member holds one of Ribbon's scores to be wrong. */
export type ScoreOverride = Marked & { score: ScoreName; reason: string }

/** What members hold against an interview and its scores; of colleagues only what the reader may know. */
export type Validity = { invalid: Invalidation | null; overrides: ScoreOverride[] }

/** Where colleagues' are hidden it is not to be known either whether there are any. */
export type OthersOverrides = { is: 'shown' } | { is: 'hidden'; until: 'my_vote' }

/** What is told of one interview by itself. */
export type InterviewValidity = Validity & { othersOverrides: OthersOverrides }

/** That a score is wrong tells of the score, and is a colleague's judgement too. */
export function othersOverridesFor(shows: { assessment: boolean; colleagues: boolean }): OthersOverrides {
  return shows.assessment && shows.colleagues ? { is: 'shown' } : { is: 'hidden', until: 'my_vote' }
}
