import { useEffect } from 'react'
import type { ComparedAnswer } from '@/lib/compare/compared'
import type { TimeSpan } from '@/lib/transcript/speech'
import { usePlayback, usePlaybackState } from '../player/playback-context'

type AnswerPlaying = {
  spans: readonly TimeSpan[]
  canPlay: boolean
  isPlaying: boolean
  /** It was played to its end. */
  isFinished: boolean
  /** From its beginning. */
  start: () => void
  toggle: () => void
}

/** What of an answer is played: what the candidate says, or with the agent; where nobody knows when they speak, all of it. */
export function playedOf({ plays }: Pick<ComparedAnswer, 'plays'>, withAgent: boolean): readonly TimeSpan[] {
  return withAgent || plays.candidate.length === 0 ? plays.everything : plays.candidate
}

/** Steers the recording that is loaded for an answer. Nothing is heard but what is played of it, wherever it is gone to. */
export function useAnswerSound(answer: ComparedAnswer, withAgent: boolean): AnswerPlaying {
  const playback = usePlayback()
  const { playing, spans: asked, finished } = usePlaybackState()
  const spans = playedOf(answer, withAgent)
  useEffect(() => {
    const { playing: isPlaying, listening } = playback.state
    const to = withAgent ? 'everything' : 'candidate'
    playback.listenTo({ to, spans })
    if (isPlaying && to !== listening.to) playback.playSpans(spans)
  }, [playback, withAgent, spans])

  const isBegun = asked === spans || (finished === null && playback.time > (spans[0]?.start ?? 0))
  const start = () => playback.playSpans(spans)
  return {
    ...{ spans, canPlay: answer.recording !== null && spans.length > 0, isPlaying: playing },
    isFinished: finished === spans,
    start,
    toggle: () => {
      if (playing) playback.pause()
      else if (isBegun) playback.play()
      else start()
    },
  }
}
