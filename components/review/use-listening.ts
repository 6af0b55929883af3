import { useEffect, useMemo } from 'react'
import { listeningSpans } from '@/lib/transcript/listening'
import { speechSpans } from '@/lib/transcript/speech'
import { usePlayback, usePlaybackState } from '../player/playback-context'
import { type Listening, WHOLE_TALK } from '../player/playback-state'
import { useCandidateSpeech } from '../transcript/use-candidate-speech'
import { useWordIndex } from '../transcript/use-word-index'
import { useAnswers } from './answers-context'

/** What can be listened to in this recording; what would be nothing is left out. */
export function useListeningChoices(): Listening[] {
  const answers = useAnswers()
  const said = useCandidateSpeech()
  return useMemo(() => {
    const choices: Listening[] = [
      WHOLE_TALK,
      { to: 'candidate', spans: listeningSpans(said) },
      { to: 'answers', spans: speechSpans(answers.flatMap(({ spans }) => spans)) },
    ]
    return choices.filter(({ spans }) => spans === null || spans.length > 0)
  }, [said, answers])
}

/**
 * What is wanted before it is known when the candidate speaks is listened to once it is; where there is nothing of it, the whole
 * interview. True while it waits for that.
 */
export function useWantedListening(choices: Listening[]): boolean {
  const playback = usePlayback()
  const { listening, spans } = usePlaybackState()
  const isKnown = useWordIndex() !== null
  const isWanted = listening.to !== 'everything' && listening.spans === null
  useEffect(() => {
    // An answer that plays is not cut off for it.
    if (!isWanted || spans) return
    const choice = choices.find(({ to }) => to === listening.to)
    if (choice) playback.listenTo(choice)
    else if (isKnown) playback.listenTo(WHOLE_TALK)
  }, [playback, choices, listening, spans, isWanted, isKnown])
  return isWanted
}
