'use client'

import { ago } from './ago'
import { tellExactTime } from './exact-time'

type Props = { at: string; now: number }

/** Relative, with the exact time on hover; `now` is the server's, so both render the same. */
export function TimeAgo({ at, now }: Props) {
  return (
    <time dateTime={at} onPointerEnter={tellExactTime(at)}>
      {ago(at, now)}
    </time>
  )
}
