'use client'

import { createContext, useContext } from 'react'
import type { Neighbours } from '@/lib/interviews/list/list'

type InQueue = {
  /** Is told when it was pressed, by `performance.now()`; null where nothing else waits. */
  skip: ((pressedAt: number) => void) | null
  /** Who stands beside this candidate now, once it is known: the queue moves on while its pages lie ready. */
  neighbours: Neighbours | null
}

export const QueueContext = createContext<InQueue | null>(null)

/** Null where the interview was not opened from the queue. */
export function useInQueue(): InQueue | null {
  return useContext(QueueContext)
}
