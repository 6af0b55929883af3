import type { Freshness } from '@/lib/mirror/freshness'
import { ago } from '../ago'

/** How old the data is; when Ribbon is failing, since when and why. */
export function freshnessSentence({ asOf, seenSoFar, now, stale, failure }: Freshness): string {
  const age = asOf === null ? null : ago(asOf, Date.parse(now))
  if (age === null) {
    const sofar = seenSoFar ? `: ${seenSoFar.toLocaleString('en-US')} so far` : ''
    return failure?.message ?? `Reading interviews from Ribbon${sofar}…`
  }

  const since = age === 'now' ? 'just now' : `${age} ago`
  if (failure) return `As of ${since}. ${failure.message}`
  if (stale) return `As of ${since}. Ribbon was not asked since.`
  return age === 'now' ? 'Up to date' : `Updated ${since}`
}
