'use client'

import type { Freshness } from '@/lib/mirror/freshness'
import { useFreshness } from '../freshness'
import { useHydrated } from '../hydrated'
import { freshnessSentence } from './freshness-sentence'

export function FreshnessLine({ initial }: { initial: Freshness }) {
  const freshness = useFreshness(initial)
  const { asOf, stale } = freshness
  const exact = useHydrated() && asOf !== null ? new Date(asOf).toLocaleString() : undefined

  return (
    <p role="status" title={exact} className={`text-xs ${stale ? 'text-warn' : 'text-muted'}`}>
      {freshnessSentence(freshness)}
    </p>
  )
}
