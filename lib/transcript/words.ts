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
  eachWord(segment).forEach(({ from, to, start, end }) => words.push({ from, to, start, end }))
  return words
}

/** The same one after the other, as far as somebody reads them. */
export function* readWords(segment: CompactWords[number]): Generator<Word> {
  const word = new WordReader(segment)
  while (word.next()) yield { from: word.from, to: word.to, start: word.start, end: word.end }
}

/** What shows each of a segment's words in turn, to who keeps none of them. */
export type EachWord = { forEach: (visit: (word: Word) => void) => void }

/** The same words without an object for each. */
export function eachWord(segment: CompactWords[number] | undefined): EachWord {
  return {
    forEach: (visit) => {
      const word = new WordReader(segment ?? '')
      while (word.next()) visit(word)
    },
  }
}

/** Is each of them in turn, `next` after `next`, until that is false. */
class WordReader implements Word {
  from = 0
  to = 0
  start = 0
  end = 0
  readonly #segment: CompactWords[number]
  #at = 0
  #time = 0

  constructor(segment: CompactWords[number]) {
    this.#segment = segment
  }

  next(): boolean {
    if (this.#at >= this.#segment.length) return false
    this.from = this.to + this.#number()
    this.to = this.from + this.#number()
    this.#time += this.#number()
    this.start = this.#time / 1000
    this.end = (this.#time + this.#number()) / 1000
    return true
  }

  #number(): number {
    const segment = this.#segment
    let [at, number] = [this.#at, 0]
    const isNegative = segment.charCodeAt(at) === MINUS
    if (isNegative) at++
    for (let digit = digitAt(segment, at); digit >= 0; digit = digitAt(segment, ++at)) number = number * 36 + digit
    // Behind it stands what divides it from the next one.
    this.#at = at + 1
    return isNegative ? -number : number
  }
}

/** In base 36; less than 0, or no number, where there is none. */
function digitAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  return code <= NINE ? code - ZERO : code - A + 10
}
