'use client'

import { Play } from 'lucide-react'
import type { Answer } from '@/lib/interviews/answers'
import { Button } from '../../ui/button'
import { usePlayback } from '../player/playback-context'
import { useReview } from '../review-context'

type Props = { answer: Answer; label: string }

/** Plays the segments of one question, and stops. */
export function PlayAnswer({ answer, label }: Props) {
  const playback = usePlayback()
  const { playable } = useReview()
  if (!playable || answer.spans.length === 0) return null
  return (
    <Button
      look="quiet"
      size="small"
      className="print:hidden"
      aria-label={label}
      onClick={() => playback.playSpans(answer.spans)}
    >
      <Play size={13} aria-hidden="true" /> Play
    </Button>
  )
}
