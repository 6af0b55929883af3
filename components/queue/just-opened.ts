import { useCallback, useLayoutEffect, useRef } from 'react'

/** How long a page is in sight before what is pressed can be meant for it, in milliseconds. */
export const SETTLES_MS = 500

/** Whether a press can be meant for a page; both instants are by `performance.now()`, `drawnAt` null while nobody can see it. */
export function isMeantFor(drawnAt: number | null, pressedAt: number): boolean {
  return drawnAt !== null && pressedAt >= drawnAt + SETTLES_MS
}

/**
 * Of a page that a vote or a skip has opened by itself: whether a press was meant for it. A second tap, or one that was on its
 * way, was for the page before. On every other page each press counts.
 */
export function useMeantHere(isOpenedByItself: boolean): (pressedAt: number) => boolean {
  const drawnAt = useRef<number | null>(null)
  useLayoutEffect(() => {
    // The first frame that begins after this one shows it.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        drawnAt.current = performance.now()
      })
    })
    return () => cancelAnimationFrame(frame)
  }, [])
  return useCallback((pressedAt) => !isOpenedByItself || isMeantFor(drawnAt.current, pressedAt), [isOpenedByItself])
}
