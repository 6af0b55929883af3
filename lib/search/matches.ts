import { partsIn, type WordPart } from '../text/fold'
import type { TextSpan } from '../text/text-span'
import type { Phrase } from './query'

/** Where the phrases stand in the text, in its order; a word of which only the beginning was asked for is marked whole. */
export function findMatches(text: string, phrases: Phrase[]): TextSpan[] {
  const parts = partsIn(text)
  const found = phrases.flatMap((phrase) => placesOf(phrase, parts))
  return found.toSorted((a, b) => a.from - b.from || a.to - b.to)
}

/** Where the phrase stands among the parts of a text: a word may be one of them, or several that continue each other. */
export function placesOf({ words, isPrefix }: Phrase, parts: WordPart[]): TextSpan[] {
  const places: TextSpan[] = []
  parts.forEach(({ from }, start) => {
    let end = start
    for (let index = 0; index < words.length && end >= 0; index++)
      end = endOfWord(parts, end, words[index] ?? '', isPrefix && index === words.length - 1)
    const last = parts[end - 1]
    if (end > start && last) places.push({ from, to: last.to })
  })
  return places
}

/** The index behind the parts that say the word from `start` on; -1 when they say something else. */
function endOfWord(parts: WordPart[], start: number, word: string, isPrefix: boolean): number {
  let said = ''
  for (let end = start; end < parts.length; end++) {
    const part = parts[end]
    if (!part || (end > start && !part.continues)) return -1
    said += part.word
    if (isPrefix ? said.startsWith(word) : said === word) return end + 1
    if (!word.startsWith(said)) return -1
  }
  return -1
}
