import type { TextSpan } from '../text/text-span'
import type { Tokens } from './tokens'

/** A word may follow the one before it at most this many characters on: a stray match far away would lose all that follow. */
const REACH = 120

/**
 * Gives where the next token stands in the text each time that it is called, without the spaces around it; null for a blank token and for one
 * that is not there. Ribbon's tokens joined with nothing give the text; where they do not, each is looked for after the one before it.
 */
export function wordPlacer(content: string, { text, ends }: Pick<Tokens, 'text' | 'ends'>): () => TextSpan | null {
  const isExact = text === content
  let [index, begin, cursor] = [0, 0, 0]

  return () => {
    const end = ends[index++] ?? begin
    const word = trimmed(text, begin, end)
    begin = end
    if (isExact || word === null) return word

    const from = indexWithinReach(content, text.slice(word.from, word.to), cursor)
    if (from === null) return null
    cursor = from + word.to - word.from
    return { from, to: cursor }
  }
}

/** As `trim` does; null where nothing is left. */
function trimmed(text: string, begin: number, end: number): TextSpan | null {
  let [from, to] = [begin, end]
  while (from < to && isBlank(text, from)) from += 1
  while (to > from && isBlank(text, to - 1)) to -= 1
  return from < to ? { from, to } : null
}

const [FIRST_SIGN, LAST_SIGN] = [0x21, 0x7e]

function isBlank(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return (unit < FIRST_SIGN || unit > LAST_SIGN) && text.charAt(at).trim() === ''
}

function indexWithinReach(content: string, word: string, cursor: number): number | null {
  const ahead = content.slice(cursor, cursor + REACH + word.length)
  const index = ahead.indexOf(word)
  return index < 0 ? null : cursor + index
}
