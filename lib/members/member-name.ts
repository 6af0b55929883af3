import { DebriefError } from '../errors'
import { legible } from '../text/legible'

/** UTF-16 units. */
export const LONGEST_NAME = 80
/** UTF-16 units; whatever is longer is too long in every form, and to compose it could take the square of its length. */
const MOST_COMPOSED = 16 * LONGEST_NAME

/**
 * A name as it is stored: on one line, without what turns round the text after it, as names of candidates are. An @ would make
 * it somebody's address. Throws `name_invalid`.
 */
export function requireName(typed: string): string {
  const name = legible(typed.toWellFormed())
    ?.replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, MOST_COMPOSED)
    .normalize()
  if (!name || name.length > LONGEST_NAME || name.includes('@')) throw new DebriefError('name_invalid')
  return name
}
