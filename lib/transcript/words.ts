import { once } from '../once'

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
    const written = words.map(({ from, to, start, end }) => {
      const [startMs, endMs] = [Math.round(start * 1000), Math.round(end * 1000)]
      const at = `${inBase36(from - place)}.${inBase36(to - from)}`
      const when = `${inBase36(startMs - time)}.${inBase36(endMs - startMs)}`
      place = to
      time = startMs
      return `${at}.${when}`
    })
    return written.join(' ')
  })
}

/** Nearly all of them are small, and there are thousands in a talk: to write each anew takes longer than to read its JSON. */
const MOST_KEPT = 5_000
const small = once(() => Array.from({ length: MOST_KEPT }, (_, number) => number.toString(36)))

function inBase36(number: number): string {
  return small()[number] ?? number.toString(36)
}

/** The words of one segment again, to the millisecond. */
export function wordsOf(segment: CompactWords[number] | undefined): Word[] {
  return segment ? [...readWords(segment)] : []
}

/** The same one after the other, as far as somebody reads them. */
export function* readWords(segment: CompactWords[number]): Generator<Word> {
  let [at, place, time] = [0, 0, 0]
  const next = () => {
    const isNegative = segment.charCodeAt(at) === MINUS
    if (isNegative) at++
    let number = 0
    for (let digit = digitAt(segment, at); digit >= 0; digit = digitAt(segment, ++at)) number = number * 36 + digit
    // Behind it stands what divides it from the next one.
    at++
    return isNegative ? -number : number
  }
  while (at < segment.length) {
    const from = place + next()
    place = from + next()
    time += next()
    yield { from, to: place, start: time / 1000, end: (time + next()) / 1000 }
  }
}
const [MINUS, ZERO, NINE, A] = [45, 48, 57, 97]

/** In base 36; less than 0, or no number, where there is none. */
function digitAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  return code <= NINE ? code - ZERO : code - A + 10
}
