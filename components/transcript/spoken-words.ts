import { paint } from './paint'
import { rangeOfOriginal } from './segment-text'
import { saidElement, segmentElement } from './transcript-place'
import type { PlacedWord } from './word-index'

const HIGHLIGHT = 'spoken-word'

type News = { segments: Element[]; ranges: Range[]; isElsewhere: boolean }

/** Paints the words being said and marks their segments with aria-current. */
export class SpokenWords {
  #marked: Element[] = []
  #shown = ''

  /** Null when these words are shown already; `isElsewhere` when they are in another segment than those. */
  newsOf(words: PlacedWord[]): News | null {
    const key = words.map((word) => `${word.segment}:${word.from}`).join(' ')
    if (key === this.#shown) return null
    this.#shown = key
    const segments = words.flatMap((word) => segmentElement(word.segment) ?? [])
    const ranges = words.flatMap((word) => rangeOf(word) ?? [])
    return { segments, ranges, isElsewhere: segments[0] !== this.#marked[0] }
  }

  show({ segments, ranges }: Pick<News, 'segments' | 'ranges'>) {
    paint(HIGHLIGHT, ranges)
    for (const segment of this.#marked) if (!segments.includes(segment)) segment.removeAttribute('aria-current')
    for (const segment of segments) segment.setAttribute('aria-current', 'true')
    this.#marked = segments
  }

  clear() {
    this.show({ segments: [], ranges: [] })
  }
}

/** Without the space around the word. */
function rangeOf({ segment, from, to }: PlacedWord): Range | null {
  const said = saidElement(segment)
  const range = (said && rangeOfOriginal(said, { from, to })) ?? null
  const word = range?.toString() ?? ''
  if (!range || range.startContainer !== range.endContainer) return range
  range.setStart(range.startContainer, range.startOffset + word.length - word.trimStart().length)
  range.setEnd(range.endContainer, range.endOffset - (word.length - word.trimEnd().length))
  return range
}
