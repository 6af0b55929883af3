'use client'

import { useMemo } from 'react'
import { TimelineStrokes } from '../player/timeline-picture'
import { useFind } from './find-context'
import { useWordIndex } from './use-word-index'

/** On the timeline: when what was found is said. */
export function FoundStrokes() {
  const { matches } = useFind()
  const index = useWordIndex()
  const times = useMemo(
    () => matches.flatMap(({ segment, offset }) => index?.wordAt(segment, offset)?.start ?? []),
    [matches, index],
  )
  return <TimelineStrokes times={times} color="var(--color-found)" />
}
