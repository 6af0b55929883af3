import { useMemo } from 'react'
import { candidateSpeech } from '@/lib/transcript/listening'
import type { TimeSpan } from '@/lib/transcript/speech'
import { useTranscript } from './transcript-context'
import { useWordIndex } from './use-word-index'

const NONE: TimeSpan[] = []

/** All that the candidate says, in seconds; none until the times of the words are there. */
export function useCandidateSpeech(): TimeSpan[] {
  const { times } = useTranscript()
  const index = useWordIndex()
  return useMemo(() => (index ? candidateSpeech(times, (place) => index.wordsOfSegment(place)) : NONE), [times, index])
}
