import { useCallback } from 'react'

const kept = new Map<string, number>()

/** For the list's scrolling element: whoever comes back to the same list finds it where they left it. */
export function useKeptScroll(list: string) {
  return useCallback(
    (scroller: HTMLElement | null) => {
      if (!scroller) return undefined
      scroller.scrollTop = kept.get(list) ?? 0
      const keep = () => kept.set(list, scroller.scrollTop)
      scroller.addEventListener('scroll', keep, { passive: true })
      return () => scroller.removeEventListener('scroll', keep)
    },
    [list],
  )
}
