'use client'

import { Pause, Play } from '../../ui/icons'
import type { Answer } from '@/lib/transcript/answers'
import { Button } from '../../ui/button'
import { useAnswerPlayback } from './use-answer-playback'

/** `name` is what it plays, in words that go on from “Play”. */
type Props = { answer: Answer; name: string }

/** Plays one answer and stops at its end; pauses it while it sounds. */
export function PlayAnswer({ answer, name }: Props) {
  const { canPlay, isPlaying, toggle } = useAnswerPlayback(answer)
  if (!canPlay) return null
  return (
    <Button
      look="quiet"
      size="small"
      className="print:hidden"
      aria-label={`${isPlaying ? 'Pause' : 'Play'} ${name}`}
      onClick={toggle}
    >
      {isPlaying ? <Pause size={13} /> : <Play size={13} />}
      {isPlaying ? 'Pause' : 'Play'}
    </Button>
  )
}
