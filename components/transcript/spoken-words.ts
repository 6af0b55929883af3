import type { DrawnSegments } from './drawn-segments'
import { Paint } from './paint'
import { rangeOfOriginal } from './segment-text'
import type { PlacedWord } from './word-index'

type News = { segments: Element[]; ranges: Range[]; isElsewhere: boolean }

/** Paints the words being said and marks their segments with aria-current. */
export class SpokenWords {
  #segments: DrawnSegments
  #paint = new Paint('spoken-word')
  #marked: Element[] = []
  #shown = ''

  constructor(segments: DrawnSegments) {
    this.#segments = segments
  }

  /** Null when these words are shown already; `isElsewhere` when they are in another segment than those. */
  newsOf(words: PlacedWord[]): News | null {
    const key = words.map((word) => `${word.segment}:${word.from}`).join(' ')
    if (key === this.#shown) return null
    this.#shown = key
    const segments = words.flatMap((word) => this.#segments.element(word.segment) ?? [])
    const ranges = words.flatMap((word) => rangeOf(this.#segments.said(word.segment), word) ?? [])
    return { segments, ranges, isElsewhere: segments[0] !== this.#marked[0] }
  }

  show({ segments, ranges }: Pick<News, 'segments' | 'ranges'>) {
    this.#paint.show(ranges)
    for (const segment of this.#marked) if (!segments.includes(segment)) segment.removeAttribute('aria-current')
    for (const segment of segments) segment.setAttribute('aria-current', 'true')
    this.#marked = segments
  }

  clear() {
    this.show({ segments: [], ranges: [] })
  }
}

/** Without the space around the word. */
function rangeOf(said: Element | null, { from, to }: PlacedWord): Range | null {
  const range = (said && rangeOfOriginal(said, { from, to })) ?? null
  const word = range?.toString() ?? ''
  if (!range || range.startContainer !== range.endContainer) return range
  range.setStart(range.startContainer, range.startOffset + word.length - word.trimStart().length)
  range.setEnd(range.endContainer, range.endOffset - (word.length - word.trimEnd().length))
  return range
}
