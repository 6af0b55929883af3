import { useEffect, useState, type RefObject } from 'react'
import { scrollTopOf } from '../scrolls-itself'

/** Milliseconds without another letter, longer than any of them waits before it is searched for. */
const STILL_MS = 400

type Shown = { search: string; isRead: boolean; scroller: RefObject<HTMLElement | null> }

/**
 * Whether the list of this query string is what its reader was looking for, and no step on the way there: it has been there for a
 * moment in which nothing was typed, or they scroll down. The first list of a page is.
 */
export function useSettled({ search, isRead, scroller }: Shown): boolean {
  const [settled, settle] = useState<string | null>(search)
  if (settled !== null && settled !== search) settle(null)
  const isAwaited = isRead && settled !== search
  useEffect(() => {
    if (!isAwaited) return undefined
    let timer: ReturnType<typeof setTimeout>
    const waitAnew = () => {
      clearTimeout(timer)
      timer = setTimeout(() => settle(search), STILL_MS)
    }
    const left = new AbortController()
    window.addEventListener('input', waitAnew, { signal: left.signal })
    // What a list is scrolled by itself leads to its start.
    const scrolled = () => scrollTopOf(scroller.current) > 0 && settle(search)
    window.addEventListener('scroll', scrolled, { passive: true, capture: true, signal: left.signal })
    waitAnew()
    return () => {
      clearTimeout(timer)
      left.abort()
    }
  }, [isAwaited, search, scroller])
  return settled === search
}
