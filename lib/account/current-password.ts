import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import { appendEvents } from '../audit/append'
import { verifyPassword } from '../auth/sign-in/password'
import { countAttempt, forgiveAttempt, takeBackAttempt } from '../auth/sign-in/throttle'
import type { Viewer } from '../auth/viewer'
import { db } from '../db/client'
import { credentials } from '../db/schema/members'
import { DebriefError } from '../errors'

/**
 * The hash of the viewer’s current password. A session has attempts of its own: it uses up none of those by which the member signs
 * in. Throws `password_wrong`, which the log tells, since whoever has another’s cookie may be guessing, and `too_many_attempts`.
 */
export async function requirePassword(viewer: Viewer, current: string, address: string): Promise<string> {
  const attempt = { email: viewer.email, address, device: viewer.sessionId }
  if (await countAttempt(attempt)) throw new DebriefError('too_many_attempts')
  const [credential] = await db()
    .select({ hash: sql<string>`${credentials.passwordHash}` })
    .from(credentials)
    .where(isPasswordOf(viewer.memberId))
  const matches = await verifyPassword(current, credential?.hash, 'known').catch(async (error: unknown) => {
    await takeBackAttempt(attempt)
    throw error
  })
  if (!credential || !matches) {
    await appendEvents(db(), viewer, [{ code: 'member.password_mistaken', about: viewer.memberId, payload: {} }])
    throw new DebriefError('password_wrong')
  }
  await forgiveAttempt(attempt)
  return credential.hash
}

export function isPasswordOf(memberId: string) {
  return and(eq(credentials.memberId, memberId), eq(credentials.kind, 'password'))
}
