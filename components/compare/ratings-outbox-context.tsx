'use client'

import { createContext, useContext, useMemo, useSyncExternalStore, type ReactNode } from 'react'
import { ratingUrl } from '@/lib/compare/link'
import type { GivenRating } from '@/lib/compare/rating'
import { fetchJson } from '../fetch-json'
import { kept } from '../kept'
import { memberKey } from '../kept-keys'
import { useFlushing } from '../outbox/use-flushing'
import { NOTHING_WAITS, RatingsOutbox } from './ratings-outbox'
import { unsentRatings, type UnsentRating } from './unsent-rating'

const never = () => () => {}

/** Null on the server. */
const RatingsOutboxContext = createContext<RatingsOutbox | null>(null)

/** The member's ratings that the server does not have, in any flow: tried again on whatever page they are. */
export function RatingsOutboxProvider({ memberId, children }: { memberId: string; children: ReactNode }) {
  const outbox = useMemo(() => {
    if (typeof window === 'undefined') return null
    return new RatingsOutbox({ store: unsentRatings(memberKey('rating', memberId), kept), send })
  }, [memberId])
  useFlushing(outbox)
  return <RatingsOutboxContext value={outbox}>{children}</RatingsOutboxContext>
}

/** Null on the server. */
export function useRatingsOutbox() {
  const outbox = useContext(RatingsOutboxContext)
  const {
    ratings: waiting,
    contested,
    refused,
  } = useSyncExternalStore(
    outbox?.onChange ?? never,
    () => outbox?.state ?? NOTHING_WAITS,
    () => NOTHING_WAITS,
  )
  return { outbox, waiting, contested, refused }
}

/** It goes on where the page is left meanwhile. */
async function send({ interview, key, rating, anchors, replaces, unanswered }: UnsentRating) {
  const url = ratingUrl(interview, key)
  if (rating !== null) {
    const body = JSON.stringify({ rating, anchors, replaces, unanswered })
    return fetchJson<GivenRating>(url, { method: 'PUT', body })
  }
  const known = [
    ...(replaces === undefined ? [] : [['replaces', replaces ?? 'none']]),
    ...unanswered.map((sent) => ['unanswered', `${sent ?? 'none'}`]),
  ]
  await fetchJson(`${url}?${new URLSearchParams(known)}`, { method: 'DELETE' })
  return null
}
