'use client'

import { Play } from '../../ui/icons'
import { formatDuration } from '../../duration'
import { usePlayback } from '../../player/playback-context'
import { useTranscript } from '../../transcript/transcript-context'
import { useWordIndex } from '../../transcript/use-word-index'
import { FINGER_TARGET } from '../../ui/finger-target'

type Props = { segment: number; offset: number }

/** Plays what the sentence before it quotes. */
export function CitedMoment({ segment, offset }: Props) {
  const playback = usePlayback()
  const { times, playable } = useTranscript()
  const index = useWordIndex()
  const start = index?.wordAt(segment, offset)?.start ?? times[segment]?.start ?? null
  if (!playable || start === null) return null
  return (
    <button
      type="button"
      aria-label={`Play what is quoted, at ${formatDuration(start)}`}
      onClick={() => playback.playFrom(start)}
      className={`mx-1 inline-flex items-center gap-0.5 rounded bg-accent-soft px-1 align-baseline text-2xs font-medium text-accent numeric hover:bg-accent hover:text-on-accent ${FINGER_TARGET}`}
    >
      <Play size={9} />
      {formatDuration(start)}
    </button>
  )
}
