import { useEffect, useState, useSyncExternalStore } from 'react'
import { skipFailure } from './skip-failure'
import type { Left } from './trail'

const SHOWN_MS = 8_000

/** `failure` is why a skip is not kept. */
export type SaidOfLeft = { left: Left | null; failure: string | null }

/** What a page says of whoever was left for it, while that is new; null where there is nothing to say. */
export function useSaidOfLeft(left: Left | null): SaidOfLeft | null {
  const failure = useSyncExternalStore(skipFailure.onChange, skipFailure.get, () => null)
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    const later = setTimeout(() => {
      skipFailure.set(null)
      setOver(true)
    }, SHOWN_MS)
    return () => clearTimeout(later)
  }, [])
  return failure === null && (left === null || isOver) ? null : { left, failure }
}
