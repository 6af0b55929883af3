import type { VoteCounts } from './vote'

/** What the votes on an interview come to, never a mean: on both sides, on one alone, or none yet. */
export const VOTE_OUTCOMES = ['split', 'for', 'against', 'none'] as const
export type VoteOutcome = (typeof VOTE_OUTCOMES)[number]

export function votesComeTo({ strong_no_hire, no_hire, hire, strong_hire }: VoteCounts): VoteOutcome {
  const [isAgainst, isFor] = [strong_no_hire + no_hire > 0, hire + strong_hire > 0]
  if (isFor && isAgainst) return 'split'
  return isFor ? 'for' : isAgainst ? 'against' : 'none'
}
