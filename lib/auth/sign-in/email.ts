import { z } from 'zod'
import { DebriefError } from '../../errors'

/** The form in which emails are stored and compared. */
export const memberEmail = z.string().trim().normalize().toLowerCase().max(254).pipe(z.email())

/** Throws `email_invalid`. */
export function requireEmail(typed: string): string {
  const parsed = memberEmail.safeParse(typed)
  if (!parsed.success) throw new DebriefError('email_invalid')
  return parsed.data
}
