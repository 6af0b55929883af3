import type { TextSpan } from '../text/text-span'
import type { TimeSpan } from './speech'

/** A word's place in its segment's text (UTF-16 offsets) and its time in the recording (seconds). */
export type Word = { from: number; to: number; start: number; end: number }

/**
 * A transcript's words, a text a segment: each word as four numbers in base 36, divided by dots, of which the first says how
 * far it is from the end of the one before it, then its length (UTF-16 units), how long it starts after the one before it,
 * and how long it lasts (milliseconds). A seventh of the size of a list of objects.
 */
export type CompactWords = string[]

export function compactWords(segments: Word[][]): CompactWords {
  const writer = new WordWriter()
  return segments.map((words) => {
    for (const word of words) writer.add(word, word)
    return writer.endSegment()
  })
}

const [SPACE, MINUS, DOT, ZERO, NINE, A] = [32, 45, 46, 48, 57, 97]
/** Of a word: four numbers of at most eleven digits, the sign of each, and what divides them. */
const MOST_BYTES = 4 * 13
const decoder = new TextDecoder()

/** Writes them in this form byte by byte: there are thousands in a talk, and a text for each number costs more than parsing its JSON. */
export class WordWriter {
  #bytes = new Uint8Array(400 * MOST_BYTES)
  #length = 0
  #place = 0
  #time = 0

  add({ from, to }: TextSpan, { start, end }: TimeSpan) {
    if (this.#bytes.length - this.#length < MOST_BYTES) this.#grow()
    const startMs = Math.round(start * 1000)
    this.#write(from - this.#place, DOT)
    this.#write(to - from, DOT)
    this.#write(startMs - this.#time, DOT)
    this.#write(Math.round(end * 1000) - startMs, SPACE)
    this.#place = to
    this.#time = startMs
  }

  /** The words since the segment before. */
  endSegment(): CompactWords[number] {
    const written = this.#bytes.subarray(0, Math.max(0, this.#length - 1))
    this.#length = this.#place = this.#time = 0
    return decoder.decode(written)
  }

  #write(number: number, divider: number) {
    let rest = Math.abs(number)
    if (number < 0) this.#bytes[this.#length++] = MINUS
    const first = this.#length
    for (let above = rest; above >= 36; above = Math.floor(above / 36)) this.#length++
    for (let at = this.#length; at >= first; at--, rest = Math.floor(rest / 36)) {
      const digit = rest % 36
      this.#bytes[at] = digit < 10 ? ZERO + digit : A + digit - 10
    }
    this.#length++
    this.#bytes[this.#length++] = divider
  }

  #grow() {
    const bytes = new Uint8Array(2 * this.#bytes.length)
    bytes.set(this.#bytes)
    this.#bytes = bytes
  }
}

/** The words of one segment again, to the millisecond. */
export function wordsOf(segment: CompactWords[number] | undefined): Word[] {
  const words: Word[] = []
  const next = wordReader(segment ?? '')
  for (let word = next(); word; word = next()) words.push(word)
  return words
}

/** The same one after the other, as far as somebody reads them. */
export function* readWords(segment: CompactWords[number]): Generator<Word> {
  const next = wordReader(segment)
  for (let word = next(); word; word = next()) yield word
}

/** Gives the next word each time that it is called, null after the last. */
function wordReader(segment: CompactWords[number]): () => Word | null {
  let [at, place, time] = [0, 0, 0]
  const nextNumber = () => {
    const isNegative = segment.charCodeAt(at) === MINUS
    if (isNegative) at++
    let number = 0
    for (let digit = digitAt(segment, at); digit >= 0; digit = digitAt(segment, ++at)) number = number * 36 + digit
    // Behind it stands what divides it from the next one.
    at++
    return isNegative ? -number : number
  }
  return () => {
    if (at >= segment.length) return null
    const from = place + nextNumber()
    place = from + nextNumber()
    time += nextNumber()
    return { from, to: place, start: time / 1000, end: (time + nextNumber()) / 1000 }
  }
}

/** In base 36; less than 0, or no number, where there is none. */
function digitAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  return code <= NINE ? code - ZERO : code - A + 10
}
