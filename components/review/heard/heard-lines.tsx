'use client'

import { TrackLines } from '../../player/timeline-track'
import { useHeard } from './heard-context'

/** Under the timeline: what this member has heard. */
export function HeardLines() {
  return <TrackLines spans={useHeard()} color="var(--color-accent)" />
}
