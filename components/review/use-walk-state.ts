import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Answer } from '@/lib/transcript/answers'
import { formatQuestionLink, type Cue } from '@/lib/transcript/cue'
import { offerWalkState, takeSounding, walkedWith, type Sounding } from '../candidates/place/walk-state'
import { listenedTo } from '../player/listened-to'
import { usePlayback, usePlaybackState } from '../player/playback-context'
import { lastBegun } from '../player/question-steps'
import { useTranscript } from '../transcript/transcript-context'
import { useAnswers } from './answers-context'
import { useListeningChoices } from './listening-context'
import { useWantedListening } from './use-wanted-listening'

/** Seconds by which a recording may be beside where it was brought to. */
const ROUNDING = 0.1
/** Seconds before its end from which a recording has been heard to it. */
const END = 1

/** What is listened to, and where, goes along to the next candidate and stands in the address; what played before plays on here. */
export function useWalkState(cue: Cue | null) {
  const playback = usePlayback()
  const answers = useAnswers()
  const { interviewId } = useTranscript()
  const { to } = usePlaybackState().listening
  const [begin] = useState(() => playback.time)
  const came = useRef<{ sounding: Sounding } | null>(null)
  const isWaiting = useWantedListening(useListeningChoices())

  useEffect(() => {
    // Not as it is drawn: what is drawn may be thrown away before it is there.
    came.current ??= { sounding: takeSounding(interviewId) }
    const { sounding } = came.current
    if (sounding === null || isWaiting) return
    came.current = { sounding: null }
    const answer = cue && cue.at !== 'start' ? answers[cue.number - 1] : undefined
    if (sounding === 'answer' && answer) playback.playSpans(listenedTo(answer, playback.state.listening.spans))
    else playback.play()
  }, [playback, answers, cue, interviewId, isWaiting])
  useEffect(() => {
    const listen = to === 'everything' ? null : to
    if (walkedWith().listen !== listen) writeListen(listen)
  }, [to])
  // Before a key can be pressed on this page.
  useLayoutEffect(
    () =>
      offerWalkState(() => {
        const { playing, spans, finished, listening } = playback.state
        const isUntouched = !playing && Math.abs(playback.time - begin) < ROUNDING
        // Who has only looked in is still at the question that they came with.
        if (isUntouched) return { ...walkedWith(), sounding: null }
        // An answer ends where the next question begins.
        const at = (spans ?? finished)?.[0]?.start ?? playback.time
        return {
          question: linkOf(answers, at) ?? walkedWith().question,
          listen: listening.to === 'everything' ? null : listening.to,
          sounding: playing ? (spans ? 'answer' : 'recording') : null,
          hasEnded: playback.time > playback.state.duration - END,
        }
      }),
    [playback, answers, begin],
  )
}

function linkOf(answers: Answer[], time: number): string | null {
  const index = lastBegun(answers, time)
  const answer = answers[index]
  return answer ? formatQuestionLink({ number: index + 1, key: answer.key }) : null
}

function writeListen(listen: string | null) {
  const url = new URL(window.location.href)
  if (listen === null) url.searchParams.delete('listen')
  else url.searchParams.set('listen', listen)
  window.history.replaceState(null, '', url)
}
