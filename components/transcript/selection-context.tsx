'use client'

import { createContext, useContext } from 'react'
import type { Passage } from './passage'

/** For what is offered for the words that are selected. */
export const SelectionContext = createContext<Passage | null>(null)

export function useSelectedPassage(): Passage {
  const passage = useContext(SelectionContext)
  if (!passage) throw new Error('useSelectedPassage needs a SelectionBar around it')
  return passage
}
