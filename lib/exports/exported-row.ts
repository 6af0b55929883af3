import type { InterviewRow } from '../interviews/interview'
import type { StandingStatus } from '../interviews/status'
import type { InterviewValidity, Invalidation } from '../validity/validity'

/** Of one answer, from 1 to 5; `question` is null where Ribbon has taken it away since. */
export type OwnRating = { key: string; question: string | null; rating: number }

/**
 * A row of a list as its reader sees it, with why its status is what it is, why it is invalid, which of its scores are held to be
 * wrong, and how they have rated its answers; `url` is the interview's page.
 */
export type ExportedRow = InterviewRow &
  Pick<InterviewValidity, 'overrides' | 'othersOverrides'> & {
    statusReason: StandingStatus['reason']
    invalidReason: Invalidation['reason']
    ratings: OwnRating[]
    url: string
  }
