import { useEffect } from 'react'
import type { Span } from '@/lib/interviews/speech'
import { useReview } from './review-context'
import { segmentIndexOf } from './transcript-place'

/** Share of a segment that has to be in sight, and of the window for one that is taller. */
const IN_SIGHT = 0.6
/** Nobody reads faster than this: characters a second. */
const FASTEST_READER = 60
const SHORTEST_MS = 1_000

/** Tells of every segment of the candidate that was in sight for as long as it takes to read it. */
export function useReadSegments(tell: (span: Span) => void) {
  const { times } = useReview()
  useEffect(() => {
    const timers = new Map<Element, ReturnType<typeof setTimeout>>()
    const leave = (element: Element) => {
      clearTimeout(timers.get(element))
      timers.delete(element)
    }
    const enter = (element: Element) => {
      const { start = null, end = null } = times[segmentIndexOf(element) ?? -1] ?? {}
      if (start === null || end === null || timers.has(element)) return
      const read = () => {
        timers.delete(element)
        if (document.visibilityState === 'visible') tell({ start, end })
      }
      const { length } = element.textContent
      timers.set(element, setTimeout(read, Math.max(SHORTEST_MS, (length / FASTEST_READER) * 1000)))
    }
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting, intersectionRatio, intersectionRect } of entries) {
          const isShown = intersectionRatio >= IN_SIGHT || intersectionRect.height > window.innerHeight * IN_SIGHT
          if (isIntersecting && isShown) enter(target)
          else leave(target)
        }
      },
      { threshold: [0, 0.2, 0.4, IN_SIGHT, 1] },
    )
    for (const element of document.querySelectorAll('[data-segment][data-candidate]')) observer.observe(element)
    return () => {
      observer.disconnect()
      for (const element of timers.keys()) leave(element)
    }
  }, [times, tell])
}
