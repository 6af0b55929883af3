'use client'

import { dayOf, tellExactTime } from './exact-time'
import { useInBrowser } from './in-browser'
import { useReaderDates } from './reader-dates'

/** The day of an ISO instant in the reader's order and time zone, with its time on hover; until the page is alive, and unless they have chosen both, the day in UTC. */
export function Day({ at }: { at: string }) {
  const dates = useReaderDates()
  const isKnown = dates.language !== null && dates.timeZone !== null
  const day = useInBrowser(() => dayOf(at, dates), isKnown ? dayOf(at, dates) : at.slice(0, 10))
  return (
    // A browser may space a date otherwise than the server.
    <time dateTime={at} suppressHydrationWarning onPointerEnter={tellExactTime(at)}>
      {day}
    </time>
  )
}
