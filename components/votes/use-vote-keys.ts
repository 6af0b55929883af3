import { VOTES } from '@/lib/interviews/vote'
import { useShortcuts } from '../player/use-shortcuts'
import { useVotes } from './votes-context'

/** The key of a vote is its place among the four. */
export function useVoteKeys() {
  const { castVote } = useVotes()
  useShortcuts(Object.fromEntries(VOTES.map((vote, index) => [`${index + 1}`, () => castVote(vote)])))
}
