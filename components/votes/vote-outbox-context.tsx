'use client'

import { createContext, useContext, useMemo, useSyncExternalStore, type ReactNode } from 'react'
import { useSWRConfig } from 'swr'
import { withoutJudged, type Queue } from '@/lib/queue/queue'
import type { Votes } from '@/lib/votes/vote'
import { fetchJson } from '../fetch-json'
import { kept } from '../kept'
import { memberKey } from '../kept-keys'
import { useFlushing } from '../outbox/use-flushing'
import { isNewsKey, swrKeys } from '../swr-keys'
import type { WrittenVote } from './kept-vote'
import { NO_VOTES_WAIT, VoteOutbox } from './vote-outbox'

const never = () => () => {}

/** Null on the server. */
const VoteOutboxContext = createContext<VoteOutbox | null>(null)

/** The member's votes that the server does not have, on any interview: tried again on whatever page they are. */
export function VoteOutboxProvider({ memberId, children }: { memberId: string; children: ReactNode }) {
  const { mutate } = useSWRConfig()
  const outbox = useMemo(() => {
    if (typeof window === 'undefined') return null
    return new VoteOutbox({
      key: memberKey('vote', memberId),
      kept,
      send,
      read: (interviewId) => fetchJson<Votes>(swrKeys.votes(interviewId)),
      onSent: (interviewId, votes) => {
        void mutate(swrKeys.votes(interviewId), votes, { revalidate: false })
        // Whoever is in the list, or goes back to it, sees it there.
        void mutate(isNewsKey)
        // So does whoever has a queue before them: what was read of it before this is outdated.
        const judged = votes.mine && interviewId
        void mutate<Queue>(swrKeys.queue, (queue) => queue && withoutJudged(queue, judged))
      },
      onGone: (interviewId) => void mutate(swrKeys.votes(interviewId)),
    })
  }, [memberId, mutate])
  useFlushing(outbox)
  return <VoteOutboxContext value={outbox}>{children}</VoteOutboxContext>
}

/** Null on the server; what waits there is of all interviews. */
export function useVoteOutbox() {
  const outbox = useContext(VoteOutboxContext)
  const state = useSyncExternalStore(
    outbox?.onChange ?? never,
    () => outbox?.state ?? NO_VOTES_WAIT,
    () => NO_VOTES_WAIT,
  )
  return { outbox, ...state }
}

/** It goes on where the page is left meanwhile. */
function send({ interviewId, wish, replaces, restores }: WrittenVote): Promise<Votes> {
  const url = swrKeys.vote(interviewId)
  const withdrawn = `${url}?${new URLSearchParams({ replaces: replaces ?? 'none' })}`
  if (!wish) return fetchJson<Votes>(withdrawn, { method: 'DELETE' })
  return fetchJson<Votes>(url, { method: 'PUT', body: JSON.stringify({ ...wish, replaces, restores }) })
}
