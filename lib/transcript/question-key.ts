import { createHash } from 'node:crypto'
import { wordsIn } from '../text/fold'

/** Of base64url's 64: 132 bits. */
const CHARACTERS = 22

/**
 * By which a question is the same one in every interview and in every version of a flow, since Ribbon names none: case, spaces
 * and punctuation make no other. 22 characters that stand in an address as they are; all texts without a word share one.
 */
export function questionKey(question: string): string {
  const known = keys.get(question)
  if (known !== undefined) return known
  if (keys.size === MOST_KEPT) keys.clear()
  const key = keyOf(question)
  keys.set(question, key)
  return key
}

/** All interviews of a flow are asked the same. */
const MOST_KEPT = 500
const keys = new Map<string, string>()

function keyOf(question: string): string {
  const words = wordsIn(question).map(({ word }) => word)
  return createHash('sha256').update(words.join(' ')).digest('base64url').slice(0, CHARACTERS)
}
