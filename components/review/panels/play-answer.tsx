'use client'

import { Play } from 'lucide-react'
import type { Answer } from '@/lib/transcript/answers'
import { MARGIN_SECONDS } from '@/lib/transcript/listening'
import { commonSpans, type TimeSpan } from '@/lib/transcript/speech'
import { Button } from '../../ui/button'
import { usePlayback } from '../../player/playback-context'
import { useTranscript } from '../../transcript/transcript-context'

type Props = { answer: Answer; label: string }

/** Plays the segments of one question, or what of them is listened to, and stops. */
export function PlayAnswer({ answer, label }: Props) {
  const playback = usePlayback()
  const { playable } = useTranscript()
  if (!playable || answer.spans.length === 0) return null
  return (
    <Button
      look="quiet"
      size="small"
      className="print:hidden"
      aria-label={label}
      onClick={() => playback.playSpans(listenedTo(answer, playback.state.listening.spans))}
    >
      <Play size={13} aria-hidden="true" /> Play
    </Button>
  )
}

/** An answer of which nothing would be heard is played whole; what is not longer than the margin of a cut is no speech of it. */
function listenedTo({ spans }: Answer, listening: readonly TimeSpan[] | null): readonly TimeSpan[] {
  const common = listening ? commonSpans(spans, listening) : []
  const heard = common.filter(({ start, end }) => end - start > MARGIN_SECONDS)
  return heard.length > 0 ? heard : spans
}
