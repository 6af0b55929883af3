import type { TextSpan } from '../text/text-span'

/** A word may follow the one before it at most this many characters on: a stray match far away would lose all that follow. */
const REACH = 120

/**
 * Where each token stands in the text, without the spaces around it; null for a blank token and for one that is not there.
 * Ribbon's tokens joined with nothing give the text; where they do not, each is looked for after the one before it.
 */
export function placeWords(content: string, tokens: readonly string[]): (TextSpan | null)[] {
  const isExact = tokens.join('') === content
  let cursor = 0

  return tokens.map((token) => {
    const word = token.trim()
    const from = isExact ? cursor + token.indexOf(word) : indexWithinReach(content, word, cursor)
    if (isExact) cursor += token.length
    if (word === '' || from === null) return null

    const to = from + word.length
    if (!isExact) cursor = to
    return { from, to }
  })
}

function indexWithinReach(content: string, word: string, cursor: number): number | null {
  const ahead = content.slice(cursor, cursor + REACH + word.length)
  const index = ahead.indexOf(word)
  return index < 0 ? null : cursor + index
}
