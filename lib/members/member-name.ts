import { DebriefError } from '../errors'
import { legible } from '../text/legible'

/** UTF-16 units. */
export const LONGEST_NAME = 80

/**
 * A name as it is stored: on one line, without what turns round the text after it, as names of candidates are. An @ would make
 * it somebody's address. Throws `name_invalid`.
 */
export function requireName(typed: string): string {
  const name = legible(typed.toWellFormed())
    ?.replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .normalize()
  if (!name || name.length > LONGEST_NAME || name.includes('@')) throw new DebriefError('name_invalid')
  return name
}
