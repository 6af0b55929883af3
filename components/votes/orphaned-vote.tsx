'use client'

import { Button } from '../ui/button'
import { VOTE_LABELS } from './vote-words'
import { useVoteOutbox } from './vote-outbox-context'

/** A vote that no page can show any more, for its author to give up. */
export function OrphanedVote() {
  const { outbox, waiting } = useVoteOutbox()
  const orphan = waiting.find(({ orphaned }) => orphaned)
  if (!orphan) return null
  const { interviewId, wish } = orphan
  return (
    <div
      role="alert"
      className="flex items-start gap-2 border-b border-line bg-raised px-4 py-2 text-xs lg:rounded-md lg:border-0 lg:shadow-float print:hidden"
    >
      <p className="min-w-0 flex-1">
        {wish?.reason && (
          <span className="line-clamp-2" dir="auto">
            “{wish.reason}”
          </span>
        )}
        <span className="text-warn">
          {wish ? `Your vote, ${VOTE_LABELS[wish.vote].toLowerCase()},` : 'The withdrawal of your vote'} cannot be sent:
          its interview is gone, or you may not see it any more.
        </span>
      </p>
      <Button size="small" className="text-xs" onClick={() => outbox?.discard(interviewId)}>
        Discard
      </Button>
    </div>
  )
}
