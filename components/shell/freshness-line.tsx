'use client'

import { tellExactTime } from '../exact-time'
import { useFreshness } from '../freshness'
import { useAwaited } from '../navigation/use-awaited'
import { useHasUnsent } from '../unsent'
import { useConnectivity } from '../use-connectivity'
import { freshnessSentence } from './freshness-sentence'
import { useUnsentCount } from './use-unsent-count'

/** Two lines have their room, so that nothing moves when it has more to say. */
export function FreshnessLine() {
  const freshness = useFreshness()
  const connectivity = useConnectivity()
  const unsentCount = useUnsentCount()
  const hasMore = useHasUnsent()
  const isAwaiting = useAwaited() !== null
  const unsent = hasMore ? 'more' : unsentCount > 0 ? 'counted' : 'nothing'
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
