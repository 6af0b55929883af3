import { useMemo } from 'react'
import type { Answer } from '@/lib/transcript/answers'
import type { TimeSpan } from '@/lib/transcript/speech'
import { listenedTo } from '../../player/listened-to'
import { usePlayback, usePlaybackState } from '../../player/playback-context'
import { useTranscript } from '../../transcript/transcript-context'

type AnswerPlayback = {
  canPlay: boolean
  /** This answer sounds, because somebody asked for it. */
  isPlaying: boolean
  /** Somebody has asked for it, and for nothing else since. */
  isAsked: boolean
  /** It was played last, to its end. */
  isFinished: boolean
  /** From its beginning, or on from where it was paused. */
  play: () => void
  toggle: () => void
}

/** What the recording does with the segments of one question, or with what of them is listened to. */
export function useAnswerPlayback(answer: Answer): AnswerPlayback {
  const playback = usePlayback()
  const { playable } = useTranscript()
  const { playing, spans, finished, listening } = usePlaybackState()
  const wanted = useMemo(() => listenedTo(answer, listening.spans), [answer, listening.spans])
  const isItsOwn = areSame(spans, wanted)
  const isPlaying = playing && isItsOwn
  const isFinished = areSame(finished, wanted)
  const play = () => (isItsOwn ? playback.play() : playback.playSpans(wanted))
  return {
    canPlay: playable && answer.spans.length > 0,
    isPlaying,
    isAsked: isItsOwn || isFinished,
    isFinished,
    play,
    toggle: () => (isPlaying ? playback.pause() : play()),
  }
}

function areSame(some: readonly TimeSpan[] | null, others: readonly TimeSpan[]): boolean {
  if (some === null || some.length === 0 || some.length !== others.length) return false
  return some.every(({ start, end }, index) => start === others[index]?.start && end === others[index]?.end)
}
