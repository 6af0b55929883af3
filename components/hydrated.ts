import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** False on the server and in the first render: what depends on the reader's own settings waits for it. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
}
