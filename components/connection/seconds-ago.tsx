'use client'

import { agoWords } from '../ago'
import { tellExactTime } from '../exact-time'

/** How long before `now` (milliseconds) that was, to the second while it is less than a minute, as part of a sentence. */
export function SecondsAgo({ at, now }: { at: string; now: number }) {
  return (
    <time dateTime={at} onPointerEnter={tellExactTime(at)} className="numeric">
      {secondsAgo(at, now)}
    </time>
  )
}

function secondsAgo(at: string, now: number): string {
  const seconds = Math.floor((now - Date.parse(at)) / 1000)
  return seconds >= 1 && seconds < 60 ? `${seconds} s ago` : agoWords(at, now)
}
