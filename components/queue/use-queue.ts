import { useLayoutEffect } from 'react'
import useSWR, { mutate } from 'swr'
import type { Queue } from '@/lib/queue/queue'
import { fetchJson } from '../fetch-json'
import { swrKeys } from '../swr-keys'

const POLL_MS = 60_000

/** What waits for this member; `drawn` is what the server has just drawn of it. Undefined until anything is known. */
export function useQueue(drawn?: Queue) {
  useLayoutEffect(() => {
    if (drawn) void mutate(swrKeys.queue, drawn, { revalidate: false })
  }, [drawn])
  return useSWR<Queue, Error>(swrKeys.queue, fetchJson, {
    ...(drawn && { fallbackData: drawn }),
    revalidateOnMount: !drawn,
    refreshInterval: POLL_MS,
  })
}

/** What this page knows of the queue before the server says it. */
export function changeQueue(change: (queue: Queue) => Queue) {
  void mutate<Queue>(swrKeys.queue, (known) => known && change(known), { revalidate: false })
}
