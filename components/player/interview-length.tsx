'use client'

import { formatDuration } from '../duration'
import { useLength } from './playback-context'

/** As the player says it, also of a recording that goes on. */
export function InterviewLength() {
  return <span className="numeric">{formatDuration(useLength())}</span>
}
