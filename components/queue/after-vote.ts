'use client'

import { createContext, useContext } from 'react'
import type { Vote } from '@/lib/interviews/vote'

type AfterVote = {
  /** Whether a press was made with this page in sight, and not with the one before; `pressedAt` is by `performance.now()`. */
  takes: (pressedAt: number) => boolean
  go: (vote: Vote) => void
}

/** What a vote leads to; null where nothing follows one. */
export const AfterVoteContext = createContext<AfterVote | null>(null)

/** What is asked before a vote, and told once it is cast: where the interview was opened from the queue, the next one opens. Null everywhere else. */
export function useAfterVote(): AfterVote | null {
  return useContext(AfterVoteContext)
}
