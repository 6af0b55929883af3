import { useEffect } from 'react'
import { usePlaybackState } from '../player/playback-context'
import type { DrawnSegments } from './drawn-segments'
import { Paint } from './paint'
import { rangeOfOriginal } from './segment-text'
import { useTranscript } from './transcript-context'
import type { PlacedWord, WordIndex } from './word-index'

/** Paints the stretches that are played, and no more: those of a link, or of an answer. */
export function useLinkedWords(index: WordIndex | null) {
  const { segments } = useTranscript()
  const { spans } = usePlaybackState()
  useEffect(() => {
    const paint = new Paint('linked-words')
    paint.show(index && spans ? rangesOf(index.during(spans), segments) : [])
    return () => paint.show([])
  }, [segments, index, spans])
}

function rangesOf(runs: PlacedWord[][], segments: DrawnSegments): Range[] {
  return runs.flatMap((words) => {
    const [first, last] = [words.at(0), words.at(-1)]
    const said = first && segments.said(first.segment)
    return (first && last && said && rangeOfOriginal(said, { from: first.from, to: last.to })) ?? []
  })
}
