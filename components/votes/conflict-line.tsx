import { agoWords } from '../ago'
import { useNow } from '../now'
import { Button } from '../ui/button'
import { conflictWords } from './conflict-words'
import type { UnsentVote } from './vote-outbox'
import { useVotes } from './votes-context'

type Props = { wish: UnsentVote['wish']; conflict: NonNullable<UnsentVote['conflict']> }

/** Two devices of one member said different things: they say which is to stand. */
export function ConflictLine({ wish, conflict: { stands } }: Props) {
  const { drawnAt, insist, discard } = useVotes()
  const now = useNow(drawnAt)
  const since = stands ? agoWords(stands.castAt, now) : ''
  const words = conflictWords(wish, stands, since)
  return (
    <div role="alert" className="text-xs text-warn">
      <span className="line-clamp-6 wrap-anywhere">{words.asks}</span>
      <span className="-mx-2 flex flex-wrap">
        <Button look="quiet" size="small" className="text-xs text-ink" onClick={insist}>
          {words.keep}
        </Button>
        <Button look="quiet" size="small" className="text-xs" onClick={discard}>
          {words.leave}
        </Button>
      </span>
    </div>
  )
}
