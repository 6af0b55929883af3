'use client'

import { ago } from '../ago'
import { tellExactTime } from '../exact-time'

/** How long before `now` (milliseconds) that was, to the second while it is less than a minute, as part of a sentence. */
export function SecondsAgo({ at, now }: { at: string; now: number }) {
  return (
    <time dateTime={at} onPointerEnter={tellExactTime(at)} className="numeric">
      {agoWords(at, now)}
    </time>
  )
}

function agoWords(at: string, now: number): string {
  const seconds = Math.floor((now - Date.parse(at)) / 1000)
  if (seconds < 1) return 'just now'
  return seconds < 60 ? `${seconds} s ago` : `${ago(at, now)} ago`
}
