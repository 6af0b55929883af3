'use client'

import { useEffect } from 'react'
import { mutate } from 'swr'
import { fetchJson } from '../fetch-json'
import { swrKeys } from '../swr-keys'

/** Notes that are shown are not new any more; those of this page stay marked until it is left. */
export function MarkSeen({ noteIds }: { noteIds: string[] }) {
  const ids = noteIds.join(' ')
  useEffect(() => {
    if (ids === '') return
    fetchJson('/api/mentions/seen', { method: 'POST', body: JSON.stringify({ noteIds: ids.split(' ') }) }).then(
      () => mutate(swrKeys.mentions),
      // They stay new, and are marked with the next visit.
      () => {},
    )
  }, [ids])
  return null
}
