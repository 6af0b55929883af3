'use client'

import { TrackLines } from '../../player/timeline-track'
import { useHeard } from './heard-context'

/** Under the timeline: what this member has heard, and lighter and half as high what they have read. */
export function HeardLines() {
  const { heard, read } = useHeard()
  return (
    <>
      <g
        className="fill-[color-mix(in_oklch,var(--color-accent)_45%,var(--color-line))] forced-colors:fill-[GrayText]"
        data-read=""
      >
        <TrackLines spans={read} top={1.5} />
      </g>
      <g className="fill-accent forced-colors:fill-[Highlight]" data-heard="">
        <TrackLines spans={heard} />
      </g>
    </>
  )
}
