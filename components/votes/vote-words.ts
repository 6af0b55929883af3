import type { Vote } from '@/lib/interviews/vote'
import type { VoteOutcome } from '@/lib/interviews/vote-outcome'
import type { VoteCast } from '@/lib/votes/vote'

export const VOTE_LABELS: Record<Vote, string> = {
  strong_no_hire: 'Strong no hire',
  no_hire: 'No hire',
  hire: 'Hire',
  strong_hire: 'Strong hire',
}

export const OUTCOME_LABELS: Record<VoteOutcome, string> = {
  split: 'Split',
  for: 'All would hire',
  against: 'Nobody would hire',
  none: 'No votes',
}

/** What stands in the place of what its reader is not to know yet; where votes are closed none of theirs will show it. */
export function hiddenWords(isClosed: boolean): string {
  return isClosed ? 'Hidden: votes are closed' : 'Hidden until you vote'
}

/** Why nobody votes any more, and so is shown nothing by a vote. */
export const WHY_CLOSED = 'Votes are closed, since this interview is marked invalid.'

/** What whoever voted knew by then; nothing where nothing was hidden. */
export const CAST_WORDS: Record<VoteCast, string | null> = {
  blind: 'blind',
  blind_colleagues: 'blind to others’ votes',
  blind_assessment: 'blind to the scores',
  revealed: 'voted after seeing the scores',
  revealed_colleagues: 'voted after seeing others’ votes',
  open: null,
}

/** How strong each is, for one hue in four steps. */
export const VOTE_STRENGTH: Record<Vote, string> = {
  strong_no_hire: '25%',
  no_hire: '45%',
  hire: '70%',
  strong_hire: '100%',
}
