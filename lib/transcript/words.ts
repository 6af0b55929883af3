/** A word's place in its segment's text (UTF-16 offsets) and its time in the recording (seconds). */
export type Word = { from: number; to: number; start: number; end: number }

/**
 * A transcript's words, a text a segment: each word as four numbers in base 36, divided by dots, of which the first says how
 * far it is from the end of the one before it, then its length (UTF-16 units), how long it starts after the one before it,
 * and how long it lasts (milliseconds). A seventh of the size of a list of objects.
 */
export type CompactWords = string[]

export function compactWords(segments: Word[][]): CompactWords {
  return segments.map((words) => {
    let [place, time] = [0, 0]
    return words
      .map(({ from, to, start, end }) => {
        const [startMs, endMs] = [Math.round(start * 1000), Math.round(end * 1000)]
        const numbers = [from - place, to - from, startMs - time, endMs - startMs]
        place = to
        time = startMs
        return numbers.map((number) => number.toString(36)).join('.')
      })
      .join(' ')
  })
}

/** The words of one segment again, to the millisecond. */
export function wordsOf(segment: CompactWords[number] | undefined): Word[] {
  if (!segment) return []

  let [place, time] = [0, 0]
  return segment.split(' ').map((word) => {
    const [gap = 0, length = 0, pause = 0, duration = 0] = word.split('.').map((number) => parseInt(number, 36))
    const from = place + gap
    place = from + length
    time += pause
    return { from, to: place, start: time / 1000, end: (time + duration) / 1000 }
  })
}
