'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import useSWR from 'swr'
import { fetchJson } from './fetch-json'
import { GONE_POLL_MS } from './gone-poll'
import { swrKeys } from './swr-keys'

/** Has the server draw the page anew once its reader may not see one of these interviews any more. */
export function RefreshOnceGone({ interviewIds }: { interviewIds: string[] }) {
  const router = useRouter()
  const ids = [...new Set(interviewIds)]
  const key = ids.length > 0 ? swrKeys.stillSeen(ids) : null
  const { data } = useSWR<{ items: { id: string }[] }, Error>(key, fetchJson, { refreshInterval: GONE_POLL_MS })
  // Once for the same ones, whatever the server draws then.
  const gone = data !== undefined && data.items.length < ids.length ? key : null
  useEffect(() => {
    if (gone !== null) router.refresh()
  }, [gone, router])
  return null
}
