'use client'

import { agoWords } from './ago'
import { tellExactTime } from './exact-time'

type Props = { at: string; now: number }

/** How long before `now` (milliseconds) that was, as part of a sentence, with the exact time on hover. */
export function SaidAgo({ at, now }: Props) {
  return (
    <time dateTime={at} onPointerEnter={tellExactTime(at)}>
      {agoWords(at, now)}
    </time>
  )
}
