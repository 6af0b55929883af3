import { VOTES } from '@/lib/interviews/vote'
import { useShortcuts } from '../player/use-shortcuts'
import { useVotes } from './votes-context'

/** The key of a vote is its place among the four; none is where votes are closed. */
export function useVoteKeys() {
  const { castVote, isClosed } = useVotes()
  const keys = VOTES.map((vote, index): [string, () => void] => [`${index + 1}`, () => castVote(vote)])
  useShortcuts(isClosed ? {} : Object.fromEntries(keys))
}
