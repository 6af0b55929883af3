import { VOTES, type Vote } from '@/lib/interviews/vote'
import { useShortcuts } from '../player/use-shortcuts'
import { useVotes } from './votes-context'

/** The key of a vote is its place among the four; none is where votes are closed. */
export function useVoteKeys() {
  const { castVote, isClosed } = useVotes()
  const cast = (vote: Vote) => (event: KeyboardEvent) => castVote(vote, event.timeStamp)
  const keys = VOTES.map((vote, index) => [`${index + 1}`, cast(vote)] as const)
  useShortcuts(isClosed ? {} : Object.fromEntries(keys))
}
