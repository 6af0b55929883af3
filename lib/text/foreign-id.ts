import { z } from 'zod'

/** Postgres stores neither NUL nor half of a surrogate pair: what has one is nothing's id, and in JSON would cost its whole statement. */
export function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed()
}

/** Whatever Ribbon or an identity provider makes one of, as a browser or that provider says it. */
export const foreignId = z.string().min(1).max(255).refine(isStorable, 'An id cannot hold that character.')
