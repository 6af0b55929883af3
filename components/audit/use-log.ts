import { useState } from 'react'
import type { LogPage } from '@/lib/audit/log/logged-event'
import { fetchJson } from '../fetch-json'
import { useSending } from '../use-sending'

/** What has been read of the log so far, beginning with what the server rendered. */
export function useLog(initial: LogPage, search: string) {
  const [log, setLog] = useState(initial)
  const { isSending: isLoading, failure, send } = useSending()
  const loadMore = () =>
    send(async () => {
      const asked = new URLSearchParams(search)
      if (log.nextCursor !== null) asked.set('cursor', log.nextCursor)
      const older = await fetchJson<LogPage>(`/api/audit?${asked}`)
      setLog({ items: [...log.items, ...older.items], nextCursor: older.nextCursor })
    })
  return { log, isLoading, failure, loadMore }
}
