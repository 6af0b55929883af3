import { useSyncExternalStore } from 'react'
import { useConnectivity } from '../use-connectivity'
import { loadedPages } from './loaded-pages'

/** Whether this page opens at once: as long as somebody answers, or because it was loaded before. */
export function useOpensNow(href: string): boolean {
  const { is } = useConnectivity()
  const isLoaded = useSyncExternalStore(
    loadedPages.onChange,
    () => loadedPages.has(href),
    () => false,
  )
  return is === 'online' || isLoaded
}
