import { useEffect, useEffectEvent } from 'react'
import { selectedPassage, type Passage } from './passage'
import { useTranscript } from './transcript-context'
import type { WordIndex } from './word-index'

/** In pixels, of the bar with all its buttons. */
const WIDTH = 430

/** Where the bar for a passage stands in the window, in pixels. */
export type Selected = { passage: Passage; left: number; top: number }

type Props = { index: WordIndex | null; isShown: boolean }

/** Tells of every selection in the transcript, and again where one that is shown was scrolled to. */
export function useSelected({ index, isShown }: Props, tell: (selected: Selected | null) => void) {
  const { segments } = useTranscript()
  const read = useEffectEvent(() => {
    const { current: area } = segments.area
    if (!area) return tell(null)
    const passage = selectedPassage(segments, index)
    const box = passage && document.getSelection()?.getRangeAt(0).getBoundingClientRect()
    if (!passage || !box || box.width === 0) return tell(null)
    const half = Math.min(WIDTH, window.innerWidth - 16) / 2
    const within = area.getBoundingClientRect()
    const left = Math.max(Math.min(box.left + box.width / 2, within.right - half - 8), within.left + half + 8)
    tell({ passage, left, top: Math.max(box.top - 6, 44) })
  })
  // Listens all the while: a listener that is changed while others hear of a selection would miss it.
  useEffect(() => {
    const left = new AbortController()
    document.addEventListener('selectionchange', () => read(), left)
    return () => left.abort()
  }, [])
  useEffect(() => {
    if (!isShown) return undefined
    const left = new AbortController()
    // On a narrow screen it is the window that scrolls.
    document.addEventListener('scroll', () => read(), { signal: left.signal, capture: true, passive: true })
    return () => left.abort()
  }, [isShown])
}
