'use client'

import type { Freshness } from '@/lib/mirror/freshness'
import { tellExactTime } from '../exact-time'
import { useFreshness } from '../freshness'
import { freshnessSentence } from './freshness-sentence'

export function FreshnessLine({ initial }: { initial: Freshness }) {
  const freshness = useFreshness(initial)
  const { asOf, stale } = freshness

  return (
    <p
      role="status"
      onPointerEnter={asOf === null ? undefined : tellExactTime(asOf)}
      className={`text-xs ${stale ? 'text-warn' : 'text-muted'}`}
    >
      {freshnessSentence(freshness)}
    </p>
  )
}
