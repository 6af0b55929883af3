import { useEffect } from 'react'
import type { TimeSpan } from '@/lib/transcript/speech'
import type { SegmentTime } from '../../transcript/segment-time'
import { useTranscript } from '../../transcript/transcript-context'
import { segmentIndexOf } from '../../transcript/text-position'

const LOOK_MS = 1_000
/** Even where nothing was scrolled, something may have grown or come between: so many looks at most use one measurement. */
const LOOKS_A_MEASUREMENT = 5
/** Share of a segment that has to be in sight, and of the window for one that is taller. */
const IN_SIGHT = 0.6
/** Nobody reads faster than this: characters a second. */
const FASTEST_READER = 60

/** `seconds` that it still has to be in sight. */
type Unread = { element: Element; span: TimeSpan; seconds: number }

/**
 * Tells of every segment of the candidate that was in sight for as long as it takes to read it. It looks every second: an
 * observer of so many elements would cost the playing of a recording more than all that is painted.
 */
export function useReadSegments(tell: (span: TimeSpan) => void) {
  const { segments, times } = useTranscript()
  useEffect(() => {
    let unread: Unread[] | null = null
    let shown: Unread[] = []
    let looks = 0
    const look = () => {
      if (document.visibilityState !== 'visible') return
      // Not while the page comes alive, which has more to do.
      unread ??= unreadIn(segments.area.current, times)
      if (looks++ % LOOKS_A_MEASUREMENT === 0) shown = inSight(unread)
      const read = shown.filter((segment) => (segment.seconds -= LOOK_MS / 1000) <= 0)
      if (read.length === 0) return
      unread = unread.filter((segment) => !read.includes(segment))
      shown = shown.filter((segment) => !read.includes(segment))
      for (const { span } of read) tell(span)
    }
    const moved = () => {
      looks = 0
    }
    const timer = setInterval(look, LOOK_MS)
    document.addEventListener('scroll', moved, { capture: true, passive: true })
    return () => {
      clearInterval(timer)
      document.removeEventListener('scroll', moved, { capture: true })
    }
  }, [segments, times, tell])
}

function unreadIn(area: Element | null, times: SegmentTime[]): Unread[] {
  return [...(area?.querySelectorAll('[data-segment][data-candidate]') ?? [])].flatMap((element) => {
    const { start = null, end = null } = times[segmentIndexOf(element) ?? -1] ?? {}
    if (start === null || end === null) return []
    return [{ element, span: { start, end }, seconds: Math.max(1, element.textContent.length / FASTEST_READER) }]
  })
}

/** They stand in their order, so that only those near the window are measured. */
function inSight(segments: Unread[]): Unread[] {
  // The transcript scrolls in a box that reaches to the window's end, under the player.
  const box = segments[0]?.element.closest('[role=presentation]')?.getBoundingClientRect()
  const view = { top: Math.max(box?.top ?? 0, 0), bottom: window.innerHeight }
  let [low, high] = [0, segments.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((segments[middle]?.element.getBoundingClientRect().bottom ?? Infinity) <= view.top) low = middle + 1
    else high = middle
  }
  const shown: Unread[] = []
  for (const segment of segments.slice(low)) {
    const { top, bottom, height } = segment.element.getBoundingClientRect()
    if (top >= view.bottom || height === 0) break
    const visible = Math.min(bottom, view.bottom) - Math.max(top, view.top)
    if (visible >= height * IN_SIGHT || visible >= view.bottom * IN_SIGHT) shown.push(segment)
  }
  return shown
}
