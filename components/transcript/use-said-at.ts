import { useCallback } from 'react'
import type { SaidThen } from '../player/timeline-preview'
import { rangeOfOriginal } from './segment-text'
import { useTranscript } from './transcript-context'
import { useSpeaker } from './use-speaker'
import { useWordIndex } from './use-word-index'
import type { PlacedWord, WordIndex } from './word-index'

/** Words before and after the one that is said there. */
const CONTEXT = { before: 4, after: 7 }

/** Who says what around a time of the recording, in seconds; null until the times of the words are there. */
export function useSaidAt(): (time: number) => SaidThen | null {
  const { segments } = useTranscript()
  const speakerOf = useSpeaker()
  const index = useWordIndex()
  return useCallback(
    (time: number) => {
      const word = index?.at(time)[0]
      if (!index || !word) return null
      const said = segments.said(word.segment)
      const words = said && rangeOfOriginal(said, aroundWord(index, word))?.toString().trim()
      return { speaker: speakerOf(word.segment), words: words ?? '' }
    },
    [segments, speakerOf, index],
  )
}

function aroundWord(index: WordIndex, word: PlacedWord) {
  const words = index.wordsOfSegment(word.segment)
  const at = words.indexOf(word)
  const first = words[Math.max(0, at - CONTEXT.before)] ?? word
  const last = words[Math.min(words.length - 1, at + CONTEXT.after)] ?? word
  return { from: first.from, to: last.to }
}
