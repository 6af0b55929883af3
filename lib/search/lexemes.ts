import { partsIn } from '../text/fold'
import type { Phrase } from './query'

/** Where a word may stand: s said by the candidate, a asked (anybody else), n name and email, x questions, y summary, w written in a note, t a flow's title. */
export type LexemeField = 's' | 'a' | 'n' | 'x' | 'y' | 'w' | 't'

/** The lexeme of an interview that has too many of its own: every search has to look at its text. */
export const OVERSIZE = 'long'
/** PostgreSQL's limit for a tsvector is a mebibyte, its own bookkeeping included. */
const MOST_BYTES = 800_000

/** A line's words with single spaces between and around them, and apostrophes where they are divided: ` dans l'equipe `. */
export function foldLine(text: string): string {
  const words = partsIn(text).map(({ word, continues }) => (continues ? "'" : ' ') + word)
  return words.length > 0 ? `${words.join('')} ` : ''
}

/** Each word of the folded lines, in its parts as well, and each pair of neighbours in one line, once. */
export function lexemesOf(place: LexemeField, lines: string[]): Set<string> {
  const lexemes = new Set<string>()
  for (const line of lines) {
    let before: string[] = []
    for (const word of line.trim().split(' ').filter(Boolean)) before = addWord(lexemes, place, word.split("'"), before)
  }
  return lexemes
}

/** Every run of the word's parts; `before` is what may end in front of it, and what may end with it is returned. */
function addWord(lexemes: Set<string>, place: LexemeField, parts: string[], before: string[]): string[] {
  const ending = [before, ...parts.map((): string[] => [])]
  parts.forEach((_, start) => {
    for (let end = start + 1; end <= parts.length; end++) {
      const run = parts.slice(start, end).join('')
      lexemes.add(wordLexeme(place, run))
      for (const previous of ending[start] ?? []) lexemes.add(pairLexeme(place, previous, run))
      ending[end]?.push(run)
    }
  })
  return ending[parts.length] ?? []
}

/** What finds the phrase in folded lines, as PostgreSQL and JavaScript read it alike: a word may be in parts there. */
export function phrasePattern({ words, isPrefix }: Phrase): string {
  const inParts = words.map((word) => Array.from(word, (letter) => (letter === '+' ? '\\+' : letter)).join("'?"))
  return `[ ']${inParts.join("[ ']")}${isPrefix ? '' : "[ ']"}`
}

export function flowLexeme(flowId: string): string {
  return `f:${flowId}`
}

export function isTooMuch(lexemes: string[]): boolean {
  return lexemes.reduce((bytes, lexeme) => bytes + Buffer.byteLength(lexeme) + 8, 0) > MOST_BYTES
}

/** What finds the phrase at a place: all of its pairs, which for more than two words is a little more than the phrase. */
export function phraseLexemes(place: LexemeField, { words }: Phrase): string[] {
  if (words.length === 1) return [wordLexeme(place, words[0] ?? '')]
  return words.slice(1).map((word, index) => pairLexeme(place, words[index] ?? '', word))
}

/** The same as a tsquery asks for it. */
export function phraseQuery(place: LexemeField, phrase: Phrase): string {
  const lexemes = phraseLexemes(place, phrase)
  const asked = lexemes.map((lexeme, index) => quoted(lexeme, phrase.isPrefix && index === lexemes.length - 1))
  return `(${asked.join(' & ')})`
}

export function quoted(lexeme: string, isPrefix = false): string {
  return `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'${isPrefix ? ':*' : ''}`
}

function wordLexeme(place: LexemeField, word: string) {
  return `${place}:${word}`
}

/** Capitals, so that what begins like a word is not among the words. */
function pairLexeme(place: LexemeField, word: string, next: string) {
  return `${place.toUpperCase()}:${word} ${next}`
}
