import { useRatingsOutbox } from '../compare/ratings-outbox-context'
import { useOutbox } from '../notes/outbox-context'
import { useUnsentStatusCount } from '../status/status-context'
import { useVoteOutbox } from '../votes/vote-outbox-context'

/** How much of what this member wrote or chose the server does not have, as far as it is counted beside how fresh everything is. */
export function useUnsentCount(): number {
  const { waiting: notes } = useOutbox()
  const { waiting: votes } = useVoteOutbox()
  const { waiting: ratings, contested } = useRatingsOutbox()
  return notes.length + votes.length + ratings.length + contested.length + useUnsentStatusCount()
}
