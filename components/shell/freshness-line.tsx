'use client'

import { tellExactTime } from '../exact-time'
import { useFreshness } from '../freshness'
import { useOutbox } from '../notes/outbox-context'
import { useAwaited } from '../navigation/use-awaited'
import { useHasUnsent } from '../unsent'
import { useConnectivity } from '../use-connectivity'
import { useVoteOutbox } from '../votes/vote-outbox-context'
import { freshnessSentence } from './freshness-sentence'

/** Two lines have their room, so that nothing moves when it has more to say. */
export function FreshnessLine() {
  const freshness = useFreshness()
  const connectivity = useConnectivity()
  const { waiting } = useOutbox()
  const { waiting: waitingVotes } = useVoteOutbox()
  const hasMore = useHasUnsent()
  const isAwaiting = useAwaited() !== null
  const unsent = hasMore ? 'more' : waiting.length + waitingVotes.length > 0 ? 'counted' : 'nothing'
  if (!freshness) return null

  const { asOf, stale } = freshness
  return (
    <p
      role="status"
      onPointerEnter={asOf === null ? undefined : tellExactTime(asOf)}
      className={`min-h-8 text-xs ${stale || connectivity.is !== 'online' ? 'text-warn' : 'text-muted'}`}
    >
      {freshnessSentence(freshness, { connectivity, unsent, isAwaiting })}
    </p>
  )
}
