import { z } from 'zod'
import { DebriefError } from '../../errors'

/** The form in which emails are stored and compared: what is none yet is not made one, as a Kelvin sign becomes a k. */
export const memberEmail = z.string().trim().max(254).pipe(z.email()).pipe(z.string().toLowerCase())

/** Throws `email_invalid`. */
export function requireEmail(typed: string): string {
  const parsed = memberEmail.safeParse(typed)
  if (!parsed.success) throw new DebriefError('email_invalid')
  return parsed.data
}
