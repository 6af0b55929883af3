import type { Freshness } from '@/lib/mirror/freshness'
import { ago } from '../ago'
import type { Connectivity } from '../connectivity'
import { clockTime } from '../exact-time'

/**
 * What this page knows besides: whether it reaches Debrief, what of its own the server does not have, and whether a page was gone
 * to that nobody answers.
 */
type OfPage = { connectivity: Connectivity; unsent: 'nothing' | 'counted' | 'more'; isAwaiting: boolean }

const UNREACHED = {
  offline: 'Offline since',
  silent: 'Debrief has not answered since',
  out: 'Debrief has been waiting for its database since',
}

/**
 * How old the data is; when Ribbon is failing, since when and why. Null where something else says already that not all is well:
 * of notes, votes, ratings and statuses what counts them, of a page what announces it.
 */
export function freshnessSentence(freshness: Freshness, { connectivity, unsent, isAwaiting }: OfPage): string | null {
  if (connectivity.is !== 'online') return `${UNREACHED[connectivity.is]} ${clockTime(connectivity.since)}`
  const { isWell, sentence } = sentenceOf(freshness)
  if (!isWell) return sentence
  if (unsent === 'more') return 'Not everything is sent yet'
  return unsent === 'counted' || isAwaiting ? null : sentence
}

function sentenceOf({ asOf, seenSoFar, now, stale, failure }: Freshness): { isWell: boolean; sentence: string } {
  const age = asOf === null ? null : ago(asOf, Date.parse(now))
  if (age === null) {
    const sofar = seenSoFar ? `: ${seenSoFar.toLocaleString('en-US')} so far` : ''
    return { isWell: false, sentence: failure?.message ?? `Reading interviews from Ribbon${sofar}…` }
  }

  const since = age === 'now' ? 'just now' : `${age} ago`
  if (failure) return { isWell: false, sentence: `As of ${since}. ${failure.message}` }
  if (stale) return { isWell: false, sentence: `As of ${since}. Ribbon was not asked since.` }
  return { isWell: true, sentence: age === 'now' ? 'Up to date' : `Updated ${since}` }
}
