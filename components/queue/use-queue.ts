import { useLayoutEffect, useMemo } from 'react'
import useSWR, { mutate } from 'swr'
import { withoutJudged, type Queue } from '@/lib/queue/queue'
import { fetchJson } from '../fetch-json'
import { swrKeys } from '../swr-keys'
import { useVoteOutbox } from '../votes/vote-outbox-context'
import { withoutVotedOn } from './voted-on'

const POLL_MS = 60_000

type Drawn = {
  /** What the server has just drawn of it. */
  queue: Queue
  /** Who was voted on as that was asked for: the server may have drawn it before it had the vote. */
  judged: string | null
}

/** What waits for this member, without what they have voted on, whether or not the server has it. Undefined until anything is known. */
export function useQueue(drawn?: Drawn) {
  const { waiting } = useVoteOutbox()
  const { queue: seen, judged = null } = drawn ?? {}
  const known = useMemo(() => seen && withoutJudged(seen, judged), [seen, judged])
  const isOutdated = known !== seen
  const {
    data,
    error,
    mutate: refresh,
  } = useSWR<Queue, Error>(swrKeys.queue, fetchJson, {
    ...(known && { fallbackData: known }),
    revalidateOnMount: !drawn,
    refreshInterval: POLL_MS,
  })
  // Below useSWR: before that has begun to listen nothing would be read anew.
  useLayoutEffect(() => {
    if (known) void mutate(swrKeys.queue, known, { revalidate: isOutdated })
  }, [known, isOutdated])
  const queue = useMemo(() => data && withoutVotedOn(data, waiting), [data, waiting])
  return { queue, error, refresh }
}

/** What this page knows of the queue before the server says it. */
export function changeQueue(change: (queue: Queue) => Queue) {
  void mutate<Queue>(swrKeys.queue, (known) => known && change(known), { revalidate: false })
}
