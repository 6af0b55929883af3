import { useSyncExternalStore } from 'react'
import type { AwaitedPage } from './page-requests'
import { pages } from './pages'

/** The page that was gone to and that nobody answers; null where there is none. */
export function useAwaited(): AwaitedPage | null {
  return useSyncExternalStore(pages.onChange, pages.getAwaited, () => null)
}
