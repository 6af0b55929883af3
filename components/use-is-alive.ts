import { useDeferredValue } from 'react'
import { useInBrowser } from './in-browser'

/**
 * Whether the browser can use the page: false on the server and as the page comes alive, then true, in work that gives way to what its
 * reader does. Where a page is gone to without loading the tab anew it is true at once, so that the page is found where it was left. What
 * does not wait for it (`waits` false) has it from the start, and is not drawn again.
 */
export function useIsAlive(waits = true): boolean {
  return useDeferredValue(useInBrowser(inBrowser, !waits))
}

const inBrowser = () => true
