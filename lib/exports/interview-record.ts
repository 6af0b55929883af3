import type { Correction } from '../corrections/correction'
import type { Interview, ScoreVersion } from '../interviews/interview'
import type { OwnRating } from './exported-row'
import type { Note } from '../notes/note'
import type { StatusHistory } from '../status/outcome'
import type { InterviewValidity } from '../validity/validity'
import type { Votes } from '../votes/vote'

/** All that one reader sees of one interview, `exportedAt` (ISO 8601); `url` is its page. */
export type InterviewRecord = {
  exportedAt: string
  url: string
  interview: Interview
  formerScores: ScoreVersion[]
  corrections: Correction[]
  notes: Note[]
  votes: Votes
  /** The reader's own. */
  ratings: OwnRating[]
  status: StatusHistory
  validity: InterviewValidity
}
