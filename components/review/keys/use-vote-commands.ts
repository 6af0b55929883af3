import { useMemo } from 'react'
import { VOTES } from '@/lib/interviews/vote'
import { useCommands, type Command } from '../../palette/offered-commands'
import { VOTE_LABELS } from '../../votes/vote-words'
import { useVotes } from '../../votes/votes-context'

const NONE: Command[] = []

/** The palette votes too, while votes are open. */
export function useVoteCommands() {
  const { castVote, isClosed } = useVotes()
  const commands = useMemo(
    () =>
      VOTES.map((vote, index): Command => ({
        id: `vote ${vote}`,
        label: `Vote: ${VOTE_LABELS[vote].toLowerCase()}`,
        key: `${index + 1}`,
        run: () => castVote(vote, performance.now()),
      })),
    [castVote],
  )
  useCommands('votes', isClosed ? NONE : commands)
}
