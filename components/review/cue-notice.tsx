'use client'

import { useEffect, useState } from 'react'
import type { Cue } from '@/lib/transcript/cue'
import { usePlayback } from '../player/playback-context'
import { useWalkState } from './use-walk-state'

/** Says where the recording begins instead, where the question that somebody came for is not there, until they go elsewhere. */
export function CueNotice({ cue }: { cue: Cue | null }) {
  const playback = usePlayback()
  const [isOver, setOver] = useState(false)
  useWalkState(cue)
  useEffect(() => playback.onVisit(() => setOver(true)), [playback])
  const sentence = cue && !isOver && sentenceOf(cue)
  if (!sentence) return null
  return (
    <p role="status" className="border-b border-line bg-rail px-4 py-2 text-muted lg:px-6 print:hidden">
      {sentence}
    </p>
  )
}

function sentenceOf({ number, at }: Cue): string | null {
  if (at === 'question') return null
  return at === 'place'
    ? `The question that you come from was not asked here: this is question ${number} of this interview.`
    : `Question ${number} was not asked here, so this begins at the start.`
}
