'use client'

import type { Freshness } from '@/lib/mirror/freshness'
import { ago } from '../ago'
import { useFreshness } from '../freshness'
import { useHydrated } from '../hydrated'

type Props = { initial: Freshness }

/** How old the data is; when Ribbon is failing, since when and why. */
export function FreshnessLine({ initial }: Props) {
  const freshness = useFreshness(initial)
  const hydrated = useHydrated()
  const { asOf, now } = freshness
  const age = asOf === null ? null : ago(asOf, Date.parse(now))
  const exact = hydrated && asOf !== null ? new Date(asOf).toLocaleString() : undefined

  return (
    <p role="status" title={exact} className={`text-xs ${freshness.stale ? 'text-warn' : 'text-muted'}`}>
      {sentence(freshness, age)}
    </p>
  )
}

function sentence({ stale, failure }: Freshness, age: string | null): string {
  if (failure) return age ? `As of ${age} ago. ${failure.message}` : failure.message
  if (age === null) return 'Reading interviews from Ribbon…'
  if (stale) return `As of ${age} ago. Ribbon was not asked since.`
  return age === 'now' ? 'Up to date' : `Updated ${age} ago`
}
