import { wordsIn } from './fold'
import type { Phrase } from './query'

/** Where a word may stand: s said by the candidate, a asked (anybody else), n name and email, x summary and questions. */
export type Place = 's' | 'a' | 'n' | 'x'

/** The lexeme of an interview that has too many of its own: every search has to look at its text. */
export const OVERSIZE = 'long'
/** PostgreSQL's limit for a tsvector is a mebibyte, its own bookkeeping included. */
const MOST_BYTES = 800_000

/** A line's words with single spaces between and around them, so that ` night shift ` is there or not. */
export function foldLine(text: string): string {
  const words = wordsIn(text).map(({ word }) => word)
  return words.length > 0 ? ` ${words.join(' ')} ` : ''
}

/** Each word of the folded lines, and each pair of neighbours in one line, once. */
export function lexemesOf(place: Place, lines: string[]): Set<string> {
  const lexemes = new Set<string>()
  for (const line of lines) {
    const words = line.trim().split(' ').filter(Boolean)
    words.forEach((word, index) => {
      lexemes.add(wordLexeme(place, word))
      const next = words[index + 1]
      if (next !== undefined) lexemes.add(pairLexeme(place, word, next))
    })
  }
  return lexemes
}

export function flowLexeme(flowId: string): string {
  return `f:${flowId}`
}

export function isTooMuch(lexemes: string[]): boolean {
  return lexemes.reduce((bytes, lexeme) => bytes + Buffer.byteLength(lexeme) + 8, 0) > MOST_BYTES
}

/** What a tsquery asks for to find the phrase at a place: all of its pairs, which for more than two words is a little more than the phrase. */
export function phraseQuery(place: Place, { words, isPrefix }: Phrase): string {
  if (words.length === 1) return quoted(wordLexeme(place, words[0] ?? ''), isPrefix)

  const pairs = words.slice(1).map((word, index) => {
    const isLast = index === words.length - 2
    return quoted(pairLexeme(place, words[index] ?? '', word), isPrefix && isLast)
  })
  return `(${pairs.join(' & ')})`
}

export function quoted(lexeme: string, isPrefix = false): string {
  return `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'${isPrefix ? ':*' : ''}`
}

function wordLexeme(place: Place, word: string) {
  return `${place}:${word}`
}

/** Capitals, so that what begins like a word is not among the words. */
function pairLexeme(place: Place, word: string, next: string) {
  return `${place.toUpperCase()}:${word} ${next}`
}
