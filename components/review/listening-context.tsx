'use client'

import { createContext, useContext, useMemo, type ReactNode } from 'react'
import type { Answer } from '@/lib/transcript/answers'
import { candidateSpeech, listeningSpans } from '@/lib/transcript/listening'
import { speechSpans, type TimeSpan } from '@/lib/transcript/speech'
import { type Listening, WHOLE_TALK } from '../player/playback-state'
import { useTranscript } from '../transcript/transcript-context'
import { useWordIndex } from '../transcript/use-word-index'
import { useAnswers } from './answers-context'

/** `speech` is when the candidate speaks, in seconds; sorted and apart, and none until the times of the words are there. */
type CanBeHeard = { speech: TimeSpan[]; choices: Listening[] }

const NONE: TimeSpan[] = []
const ListeningContext = createContext<CanBeHeard | null>(null)

/** Works out once, for all that ask, what there is to listen to: it goes through every word. */
export function ListeningProvider({ children }: { children: ReactNode }) {
  const { times } = useTranscript()
  const answers = useAnswers()
  const index = useWordIndex()
  const speech = useMemo(
    () => (index ? speechSpans(candidateSpeech(times, (place) => index.wordsOfSegment(place))) : NONE),
    [times, index],
  )
  const value = useMemo(() => ({ speech, choices: choicesOf(speech, answers) }), [speech, answers])
  return <ListeningContext value={value}>{children}</ListeningContext>
}

/** When the candidate speaks, in seconds; sorted and apart, and none until the times of the words are there. */
export function useCandidateSpeech(): TimeSpan[] {
  return useCanBeHeard().speech
}

/** What can be listened to in this recording; what would be nothing is left out. */
export function useListeningChoices(): Listening[] {
  return useCanBeHeard().choices
}

function useCanBeHeard(): CanBeHeard {
  const canBeHeard = useContext(ListeningContext)
  if (!canBeHeard) throw new Error('useCanBeHeard needs a ListeningProvider above it')
  return canBeHeard
}

function choicesOf(speech: TimeSpan[], answers: Answer[]): Listening[] {
  const choices: Listening[] = [
    WHOLE_TALK,
    { to: 'candidate', spans: listeningSpans(speech) },
    { to: 'answers', spans: speechSpans(answers.flatMap(({ spans }) => spans)) },
  ]
  return choices.filter(({ spans }) => spans === null || spans.length > 0)
}
