import { ago } from '../ago'
import { useNow } from '../now'
import { Button } from '../ui/button'
import type { UnsentVote } from './vote-outbox'
import { VOTE_LABELS } from './vote-words'
import { useVotes } from './votes-context'

type Props = { wish: UnsentVote['wish']; conflict: NonNullable<UnsentVote['conflict']> }

/** Two devices of one member said different things: they say which is to stand. */
export function ConflictLine({ wish, conflict: { stands } }: Props) {
  const { drawnAt, insist, discard } = useVotes()
  const now = useNow(drawnAt)
  const since = stands && ago(stands.castAt, now)
  const when = since === 'now' ? 'just now' : `${since} ago`
  return (
    <div role="alert" className="text-xs text-warn">
      {stands ? `Changed elsewhere ${when}: ${VOTE_LABELS[stands.vote]}.` : 'Withdrawn elsewhere.'}{' '}
      {wish ? `Keep ${VOTE_LABELS[wish.vote]}?` : 'Withdraw it?'}
      <span className="-mx-2 flex flex-wrap">
        <Button look="quiet" size="small" className="text-xs text-ink" onClick={insist}>
          {wish ? `Keep ${VOTE_LABELS[wish.vote]}` : 'Withdraw'}
        </Button>
        <Button look="quiet" size="small" className="text-xs" onClick={discard}>
          {stands ? `Leave ${VOTE_LABELS[stands.vote]}` : 'Leave it withdrawn'}
        </Button>
      </span>
    </div>
  )
}
