/** A word's place in its segment's text (UTF-16 offsets) and its time in the recording (seconds). */
export type Word = { from: number; to: number; start: number; end: number }

/**
 * A transcript's words as four parallel lists a segment, the same index in each being one word: offset and length in the
 * segment's text (UTF-16 units), start and end in milliseconds. A third of the size of a list of objects.
 */
export type CompactWords = { offsets: number[]; lengths: number[]; starts: number[]; ends: number[] }[]

export function compactWords(segments: Word[][]): CompactWords {
  return segments.map((words) => ({
    offsets: words.map((word) => word.from),
    lengths: words.map((word) => word.to - word.from),
    starts: words.map((word) => Math.round(word.start * 1000)),
    ends: words.map((word) => Math.round(word.end * 1000)),
  }))
}
