import { z } from 'zod'
import { DebriefError } from '../../errors'

/** The form in which emails are stored and compared; what is too long is not normalised, which could take the square of its length. */
export const memberEmail = z.string().trim().max(254).pipe(z.string().normalize().toLowerCase().pipe(z.email()))

/** Throws `email_invalid`. */
export function requireEmail(typed: string): string {
  const parsed = memberEmail.safeParse(typed)
  if (!parsed.success) throw new DebriefError('email_invalid')
  return parsed.data
}
