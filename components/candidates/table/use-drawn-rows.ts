import { useDeferredValue } from 'react'
import { useInBrowser } from '../../in-browser'
import { FIRST_ROWS } from './first-rows'

/**
 * How many rows of each page of a list are drawn: the first ones by the server, and until the browser can use them; then all. Where
 * the list is gone to without loading the tab anew they are drawn at once, so that it is found where it was left.
 */
export function useDrawnRows(): number {
  const isAlive = useInBrowser(inBrowser, false)
  return useDeferredValue(isAlive ? Infinity : FIRST_ROWS)
}

const inBrowser = () => true
