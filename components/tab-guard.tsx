'use client'

import { useEffect } from 'react'
import { fetchJson, RequestFailed } from './fetch-json'
import { forgetOthers } from './kept-keys'

/** Keeps a tab to the member that it is drawn for; null on pages for strangers. */
export function TabGuard({ memberId }: { memberId: string | null }) {
  useEffect(() => forgetOthers(memberId), [memberId])
  useEffect(() => {
    window.addEventListener('pageshow', checkReturned)
    return () => window.removeEventListener('pageshow', checkReturned)
  }, [])
  return null
}

/** A page that the browser had put away comes back as it was, whoever is signed in by now. */
function checkReturned({ persisted }: PageTransitionEvent) {
  if (!persisted) return
  fetchJson('/api/freshness').catch((error: unknown) => {
    if (error instanceof RequestFailed && error.code === 'not_signed_in') window.location.reload()
  })
}
