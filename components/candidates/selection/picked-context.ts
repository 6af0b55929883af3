'use client'

import { createContext, useContext, useSyncExternalStore } from 'react'
import type { Selection } from './selection'

/** Null where nothing can be done with what is ticked. */
export const PickedContext = createContext<Selection | null>(null)

const NOTHING: ReadonlySet<string> = new Set()
const never = () => () => {}

export function useSelection(): Selection | null {
  return useContext(PickedContext)
}

export function usePickedIds(selection: Selection | null): ReadonlySet<string> {
  return useSyncExternalStore(
    selection?.onChange ?? never,
    () => selection?.ids() ?? NOTHING,
    () => NOTHING,
  )
}

export function useIsPicked(id: string): boolean {
  const selection = useSelection()
  return useSyncExternalStore(
    selection?.onChange ?? never,
    () => selection?.ids().has(id) ?? false,
    () => false,
  )
}
