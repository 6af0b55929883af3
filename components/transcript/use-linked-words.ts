import { useEffect } from 'react'
import type { Span } from '@/lib/transcript/speech'
import { paint } from './paint'
import { usePlaybackState } from '../player/playback-context'
import { rangeOfOriginal } from './segment-text'
import { saidElement } from './transcript-place'
import type { WordIndex } from './word-index'

const HIGHLIGHT = 'linked-words'

/** Paints the stretches that are played, and no more: those of a link, or of an answer. */
export function useLinkedWords(index: WordIndex | null) {
  const { spans } = usePlaybackState()
  useEffect(() => {
    paint(HIGHLIGHT, index && spans ? rangesOf(spans, index) : [])
    return () => paint(HIGHLIGHT, [])
  }, [index, spans])
}

function rangesOf(spans: readonly Span[], index: WordIndex): Range[] {
  return index.during(spans).flatMap((words) => {
    const [first, last] = [words.at(0), words.at(-1)]
    const said = first && saidElement(first.segment)
    return (first && last && said && rangeOfOriginal(said, { from: first.from, to: last.to })) ?? []
  })
}
