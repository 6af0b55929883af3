'use client'

import { useEffect, useSyncExternalStore } from 'react'
import { stuck } from '../draw-anew'
import { fetchJson } from '../fetch-json'
import { kept } from '../kept'
import { forgetOthers, onForgotten } from '../kept-keys'
import { swrKeys } from '../swr-keys'
import { ReturnedPage, type Sight } from '../returned-page'
import { Button } from '../ui/button'

const returned = new ReturnedPage({
  ask: (signal) => fetchJson(swrKeys.freshness, { signal }),
  isStuck: stuck.get,
  reload: () => window.location.reload(),
})

/** Keeps a tab to the member that it is drawn for; null on pages for strangers. */
export function TabGuard({ memberId }: { memberId: string | null }) {
  const sight = useSyncExternalStore(returned.onChange, sightNow, () => 'page' as const)
  useEffect(() => forgetOthers(memberId), [memberId])
  useEffect(() => {
    const left = new AbortController()
    if (memberId) onForgotten(memberId, leave, left.signal)
    return () => left.abort()
  }, [memberId])
  useEffect(() => {
    const left = new AbortController()
    left.signal.addEventListener('abort', returned.onChange(setSeen))
    window.addEventListener('pagehide', ({ persisted }) => persisted && returned.putAway(), left)
    window.addEventListener('pageshow', ({ persisted }) => persisted && void returned.comeBack(), left)
    window.addEventListener('online', askAgain, left)
    return () => left.abort()
  }, [])
  return sight === 'unanswered' || sight === 'asked-again' ? <Unanswered isAsking={sight === 'asked-again'} /> : null
}

function Unanswered({ isAsking }: { isAsking: boolean }) {
  return (
    <div
      role="alert"
      className="pointer-events-auto visible fixed inset-0 z-50 flex flex-col items-center justify-center bg-canvas px-6 text-center"
    >
      <h1 className="text-xl font-semibold tracking-tight">Debrief is not answering</h1>
      <p className="mt-2 mb-5 max-w-md text-muted">
        This page is shown again once Debrief says who is signed in here now. Nothing on it is lost.
      </p>
      <Button disabled={isAsking} onClick={askAgain}>
        {isAsking ? 'Trying again…' : 'Try again'}
      </Button>
    </div>
  )
}

/** The member has signed out in another tab. What is kept nowhere is left to the reader, who may have something to copy. */
function leave() {
  if (kept.works()) window.location.reload()
}

function sightNow(): Sight {
  return returned.sight
}

function askAgain() {
  void returned.askAgain()
}

/** At once: the browser may put the page away before it is drawn again. */
function setSeen(sight: Sight) {
  document.documentElement.style.visibility = sight === 'page' ? '' : 'hidden'
}
