import { legible } from '../text/legible'

/**
 * How a candidate's email is stored and compared, whichever of Ribbon's messages names it: in small letters, as people tell
 * addresses apart, and never lowered anew by the database, which knows other letters. Null for one of which nothing is seen.
 */
export function candidateEmail(written: string | null): string | null {
  return legible(written)?.normalize().toLowerCase().normalize() ?? null
}
