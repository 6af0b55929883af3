'use client'

import { dayOf, tellExactTime } from './exact-time'
import { useInBrowser } from './in-browser'

/** The day of an ISO instant in the reader's order and time zone, with its time on hover; until the page is alive, the day in UTC. */
export function Day({ at }: { at: string }) {
  const day = useInBrowser(() => dayOf(at), at.slice(0, 10))
  return (
    <time dateTime={at} onPointerEnter={tellExactTime(at)}>
      {day}
    </time>
  )
}
