import { useMemo } from 'react'
import { VOTES } from '@/lib/interviews/vote'
import { useCommands, type Command } from '../../palette/offered-commands'
import { VOTE_LABELS } from '../../votes/vote-words'
import { useVotes } from '../../votes/votes-context'

/** The palette votes too. */
export function useVoteCommands() {
  const { castVote } = useVotes()
  const commands = useMemo(
    () =>
      VOTES.map((vote, index): Command => ({
        id: `vote ${vote}`,
        label: `Vote: ${VOTE_LABELS[vote].toLowerCase()}`,
        key: `${index + 1}`,
        run: () => castVote(vote),
      })),
    [castVote],
  )
  useCommands('votes', commands)
}
