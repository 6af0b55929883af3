'use client'

import { clockTime, tellExactTime } from './exact-time'
import { useInBrowser } from './in-browser'

/** The time of day of an ISO instant as the reader says it; until the page is alive, in UTC. */
export function ClockTime({ at }: { at: string }) {
  const time = useInBrowser(() => clockTime(at), at.slice(11, 16))
  return (
    <time dateTime={at} onPointerEnter={tellExactTime(at)}>
      {time}
    </time>
  )
}
