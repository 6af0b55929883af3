import { countUntil } from '../count-until'
import { readingsOf, stretchReader, type Replacement } from '../transcript/as-read'
import type { Word } from '../transcript/words'
import { oneLine } from './one-line'

/** Characters: two lines of a screen. */
const FULL_LENGTH = 84
const FULL_SECONDS = 7
/** From this length on the end of a sentence ends a part. */
const SENTENCE_LENGTH = 40
const PAUSE_SECONDS = 2
const ENDS_SENTENCE = /[.!?…。！？]["'”’»)\]]*\s*$/u

/** Times are seconds. */
type Part = { text: string; start: number; end: number }

/** A segment's text as it is read, in parts that are read at a glance and are said while its words say; none of one without timed words. */
export function subtitleParts(text: string, words: Word[], corrections: Replacement[]): Part[] {
  const readings = readingsOf(text, corrections)
  // Sorted and apart: of those that begin before a word only the last can reach into it.
  const corrected = readings.flatMap(({ correction }) => correction ?? [])
  const groups: { from: number; start: number; end: number; to: number }[] = []
  for (const word of words) {
    const part = groups.at(-1)
    const before = countUntil(corrected.length, (place) => (corrected[place]?.from ?? 0) < word.from)
    const isCorrected = word.from < (corrected[before - 1]?.to ?? 0)
    if (part && (isCorrected || !isFull(text, part, word))) Object.assign(part, { end: word.end, to: word.to })
    else groups.push({ ...word })
  }
  const asRead = stretchReader(readings)
  return groups.flatMap(({ from, start, end }, index) => {
    const next = groups[index + 1]?.from ?? text.length
    const read = oneLine(asRead(index === 0 ? 0 : from, next))
    return read === '' ? [] : [{ text: read, start, end }]
  })
}

/** Whether the word is to begin another part. */
function isFull(text: string, part: Word, word: Word): boolean {
  if (word.to - part.from > FULL_LENGTH || word.end - part.start > FULL_SECONDS) return true
  if (word.start - part.end > PAUSE_SECONDS) return true
  return word.from - part.from > SENTENCE_LENGTH && ENDS_SENTENCE.test(text.slice(part.from, word.from))
}
