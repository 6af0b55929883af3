import { countUntil } from '@/lib/count-until'
import type { TimeSpan } from '@/lib/transcript/speech'
import { wordsOf, type CompactWords } from '@/lib/transcript/words'

/** Where a word stands and when it is said, in seconds; offsets are UTF-16 units in its segment's text. */
export type PlacedWord = { segment: number; from: number; to: number; start: number; end: number }

/** All words by their start: segments overlap and need not begin in their order, so only the words themselves are sorted. */
export class WordIndex {
  #byStart: PlacedWord[]
  #longest: number
  #bySegment: PlacedWord[][]

  constructor(words: CompactWords) {
    // Spread after `segment` they would be stored outside the object: one more piece of memory for each of 20,000 words.
    this.#bySegment = words.map((text, segment) =>
      wordsOf(text).map(({ from, to, start, end }) => ({ segment, from, to, start, end })),
    )
    this.#byStart = this.#bySegment.flat().toSorted((a, b) => a.start - b.start)
    this.#longest = this.#byStart.reduce((longest, word) => Math.max(longest, word.end - word.start), 0)
  }

  wordsOfSegment(segment: number): PlacedWord[] {
    return this.#bySegment[segment] ?? []
  }

  /** The words being said at this time, two when people talk at once; in a pause the last one said. */
  at(time: number): PlacedWord[] {
    const last = this.#lastStartedBy(time)
    const said: PlacedWord[] = []
    for (let index = last; index >= 0; index--) {
      const word = this.#byStart[index]
      if (!word || word.start < time - this.#longest) break
      if (word.end > time) said.push(word)
    }
    const pausing = this.#byStart[last]
    return said.length > 0 || !pausing ? said : [pausing]
  }

  /** When the words being said are others than at this time; Infinity after the last. */
  changeAfter(time: number): number {
    const last = this.#lastStartedBy(time)
    const next = this.#byStart[last + 1]?.start ?? Infinity
    const said = this.at(time)
    // The last one to have begun stays through the pause after it.
    const isAlone = said.length < 2 && said[0] === this.#byStart[last]
    return isAlone ? next : Math.min(next, ...said.map(({ end }) => end))
  }

  /** The words that are said in these stretches, which are sorted and apart: a list for each stretch of each segment. */
  during(spans: readonly TimeSpan[]): PlacedWord[][] {
    const runs: PlacedWord[][] = []
    for (const words of this.#bySegment) {
      let last: TimeSpan | undefined
      for (const word of words) {
        const span = spans[countUntil(spans.length, (place) => (spans[place]?.end ?? 0) <= word.start)]
        if (!span || span.start >= word.end) continue
        if (span === last) runs.at(-1)?.push(word)
        else runs.push([word])
        last = span
      }
    }
    return runs
  }

  /** The word at a place in a segment's text, or the nearest before it; undefined when the segment's words have no times. */
  wordAt(segment: number, offset: number): PlacedWord | undefined {
    const words = this.wordsOfSegment(segment)
    return words[countUntil(words.length, (place) => (words[place]?.from ?? 0) <= offset) - 1] ?? words[0]
  }

  /** -1 before the first word. */
  #lastStartedBy(time: number): number {
    return countUntil(this.#byStart.length, (place) => (this.#byStart[place]?.start ?? Infinity) <= time) - 1
  }
}
