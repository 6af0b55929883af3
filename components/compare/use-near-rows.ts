import { useEffect, useState, type RefObject } from 'react'

/** Rows beyond the window that are drawn too, so that none is missing while it is scrolled. */
const BEYOND = 12

/** Those that the server draws, which knows no window. */
const FIRST = 24

/** Which rows of equal height, in pixels, are near the window of what scrolls: nothing else is drawn. */
export function useNearRows(
  scroller: RefObject<HTMLElement | null>,
  { count, height }: { count: number; height: number },
) {
  const [near, setNear] = useState({ from: 0, to: Math.min(count, FIRST) })
  useEffect(() => {
    const { current } = scroller
    if (!current) return undefined
    const look = () => {
      const first = Math.floor(current.scrollTop / height)
      const from = Math.max(0, first - BEYOND)
      const to = Math.min(count, first + Math.ceil(current.clientHeight / height) + BEYOND)
      setNear((before) => (before.from === from && before.to === to ? before : { from, to }))
    }
    look()
    const left = new AbortController()
    current.addEventListener('scroll', look, { signal: left.signal, passive: true })
    window.addEventListener('resize', look, { signal: left.signal })
    return () => left.abort()
  }, [scroller, count, height])
  return near
}
