import { useEffect, type RefObject } from 'react'
import { keepInSight } from './keep-in-sight'
import { paint } from './paint'
import { usePlayback } from './playback-context'
import { rangeOfOriginal } from './segment-text'
import { saidElement, segmentElement } from './transcript-place'
import type { PlacedWord, WordIndex } from './word-index'

const HIGHLIGHT = 'spoken-word'

type Follow = { area: RefObject<HTMLElement | null>; index: WordIndex | null; following: boolean }

/** Paints the words being said, marks their segments with aria-current and, while following, keeps them in sight. */
export function useSpokenWord({ area, index, following }: Follow) {
  const playback = usePlayback()
  useEffect(() => {
    const root = area.current
    if (!root || !index) return undefined

    let shown = ''
    const show = (time: number) => {
      const words = time === 0 ? [] : index.at(time)
      const key = words.map((word) => `${word.segment}:${word.from}`).join(' ')
      if (key === shown) return
      shown = key
      const ranges = words.flatMap((word) => rangeOf(root, word) ?? [])
      paint(HIGHLIGHT, ranges)
      mark(root, words)
      const segment = words[0] && segmentElement(root, words[0].segment)
      if (following && segment) keepInSight(root, segment, ranges[0] ?? null)
    }
    show(playback.time)
    const unsubscribe = playback.onTime(show)
    return () => {
      unsubscribe()
      paint(HIGHLIGHT, [])
    }
  }, [area, index, following, playback])
}

function rangeOf(root: Element, { segment, from, to }: PlacedWord): Range | null {
  const said = saidElement(root, segment)
  const range = said && rangeOfOriginal(said, { from, to })
  const word = range?.toString() ?? ''
  if (!range || range.startContainer !== range.endContainer) return range
  range.setStart(range.startContainer, range.startOffset + word.length - word.trimStart().length)
  range.setEnd(range.endContainer, range.endOffset - (word.length - word.trimEnd().length))
  return range
}

function mark(root: Element, words: PlacedWord[]) {
  const current = new Set<Element>(words.flatMap((word) => segmentElement(root, word.segment) ?? []))
  for (const element of root.querySelectorAll('[aria-current]')) {
    if (!current.has(element)) element.removeAttribute('aria-current')
  }
  for (const element of current) element.setAttribute('aria-current', 'true')
}
