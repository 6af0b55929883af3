'use client'

import { createContext, useContext } from 'react'

/** What a vote leads to; null where nothing follows one. */
export const AfterVoteContext = createContext<(() => void) | null>(null)

/** To be called once a vote is cast: where the interview was opened from the queue, the next one opens. Null everywhere else. */
export function useAfterVote(): (() => void) | null {
  return useContext(AfterVoteContext)
}
