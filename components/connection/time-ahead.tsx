'use client'

import { ago } from '../ago'
import { tellExactTime } from '../exact-time'

/** How long until then, seen from `now` (milliseconds); the exact time on hover. */
export function TimeAhead({ at, now }: { at: string; now: number }) {
  const wait = ago(new Date(now).toISOString(), Date.parse(at))
  return (
    <time dateTime={at} onPointerEnter={tellExactTime(at)}>
      {wait === 'now' ? 'now' : `in ${wait}`}
    </time>
  )
}
