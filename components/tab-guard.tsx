'use client'

import { useEffect } from 'react'
import { stuck } from './draw-anew'
import { fetchJson, RequestFailed } from './fetch-json'
import { forgetOthers } from './kept-keys'

/** Keeps a tab to the member that it is drawn for; null on pages for strangers. */
export function TabGuard({ memberId }: { memberId: string | null }) {
  useEffect(() => forgetOthers(memberId), [memberId])
  useEffect(() => {
    const left = new AbortController()
    window.addEventListener('pagehide', putAway, left)
    window.addEventListener('pageshow', (event) => void comeBack(event), left)
    return () => left.abort()
  }, [])
  return null
}

/** The browser may keep the page as it is and bring it back later, whoever is signed in by then: nothing of it is seen before that is known. */
function putAway({ persisted }: PageTransitionEvent) {
  if (persisted) setSeen(false)
}

async function comeBack({ persisted }: PageTransitionEvent) {
  if (!persisted) return
  try {
    await fetchJson('/api/freshness')
    setSeen(true)
  } catch (error) {
    const code = error instanceof RequestFailed ? error.code : ''
    if (code === 'not_signed_in') window.location.reload()
    // For another member the tab loads itself anew, or says that it could not.
    else if (code !== 'another_member' || stuck.get()) setSeen(true)
  }
}

function setSeen(seen: boolean) {
  document.documentElement.style.visibility = seen ? '' : 'hidden'
}
