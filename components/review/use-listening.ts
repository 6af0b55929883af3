import { useMemo } from 'react'
import { listeningSpans } from '@/lib/transcript/listening'
import { speechSpans } from '@/lib/transcript/speech'
import { type Listening, WHOLE_TALK } from '../player/playback-state'
import { useCandidateSpeech } from '../transcript/use-candidate-speech'
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
