import type { CastVote } from '@/lib/votes/vote'
import type { Wish } from './kept-vote'
import { VOTE_LABELS } from './vote-words'

/**
 * What is asked where two devices of one member said different things, and the two answers to it; `when` is how long ago that
 * was on the other one.
 */
export function conflictWords(wish: Wish, stands: CastVote | null, when: string) {
  if (wish && stands?.vote === wish.vote)
    return {
      asks: `Another reason was given elsewhere ${when}: “${stands.reason ?? ''}”. Keep “${wish.reason ?? ''}”?`,
      ...{ keep: 'Keep this reason', leave: 'Leave that one' },
    }
  const keep = wish ? `Keep ${VOTE_LABELS[wish.vote]}` : 'Withdraw'
  const was = stands ? `Changed elsewhere ${when}: ${VOTE_LABELS[stands.vote]}.` : 'Withdrawn elsewhere.'
  return {
    asks: `${was} ${wish ? keep : 'Withdraw it'}?`,
    ...{ keep, leave: stands ? `Leave ${VOTE_LABELS[stands.vote]}` : 'Leave it withdrawn' },
  }
}
