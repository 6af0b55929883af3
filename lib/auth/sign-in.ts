import 'server-only'
import { eq } from 'drizzle-orm'
import { db } from '../db/client'
import { members } from '../db/schema/members'
import { DebriefError } from '../errors'
import { verifyPassword } from './password'
import { startSession } from './session'
import { countAttempt, forgiveAttempt } from './throttle'

/**
 * The id of a new session. Throws `sign_in_failed` or `too_many_attempts`. An unknown email, a wrong password and a
 * disabled member cost the same two statements and one verification, and answer the same.
 */
export async function signIn(attempt: { email: string; password: string; address: string }): Promise<string> {
  const allowed = await countAttempt(attempt)
  const [member] = await db().select().from(members).where(eq(members.email, attempt.email))
  const matches = await verifyPassword(attempt.password, member?.passwordHash)
  if (!allowed) throw new DebriefError('too_many_attempts')

  const sessionId = member && !member.disabledAt && matches ? await startSession(member) : null
  if (!sessionId) throw new DebriefError('sign_in_failed')
  await forgiveAttempt(attempt)
  return sessionId
}
