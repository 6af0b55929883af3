import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import { appendEvents } from '../../audit/append'
import { change } from '../../audit/change'
import { db } from '../../db/client'
import { credentials, members } from '../../db/schema/members'
import { DebriefError } from '../../errors'
import { findKnownDevice, rememberDevice } from './device'
import { verifyPassword } from './password'
import { startSession, type SessionOrigin } from '../session'
import { isPasswordTooLittle, passwordServes } from '../proof'
import { system } from '../system'
import { countAttempt, forgiveAttempt, takeBackAttempt } from './throttle'

/** `deviceCookie` is what the browser's cookie says. */
export type SignInAttempt = {
  email: string
  password: string
  address: string
  userAgent?: string | null
  deviceCookie?: string | undefined
}
/** `setDevice` is the header by which the browser is known next time. */
export type SignedIn = { sessionId: string; setDevice: string }

/**
 * Starts a session. Throws `sign_in_failed`, `too_many_attempts` or `sign_in_busy`, and `password_not_enough` to whoever knows the
 * password of a member who has to show more. An unknown email, a wrong password and a disabled member, or one whom a password does
 * not let in, cost the same three statements and one verification, and answer the same; an address over its limit, or a known browser
 * over its own, costs no verification. Strangers cannot use up the attempts of a browser in which the member signed in before.
 */
export async function signIn({
  email,
  password,
  address,
  userAgent = null,
  deviceCookie,
}: SignInAttempt): Promise<SignedIn> {
  const member = await findMemberWithPassword(email)
  const enabled = member?.mayEnter ? member : undefined
  const attempt = { email, address, device: findKnownDevice(deviceCookie, enabled) }
  const refusal = await countAttempt(attempt)
  // A known browser has no limit by address, so that its own has to spare the work.
  if (refusal === 'address' || (refusal && attempt.device)) throw new DebriefError('too_many_attempts')

  const asker = attempt.device ? 'known' : 'stranger'
  const matches = await verifyPassword(password, member?.passwordHash, asker).catch(async (error: unknown) => {
    await takeBackAttempt(attempt)
    throw error
  })
  const isRight = enabled && matches && !refusal
  const sessionId = isRight && !enabled.isTooLittle ? await admit(enabled, { address, userAgent }) : null
  if (!enabled || !sessionId) {
    const isTooLittle = isRight && enabled.isTooLittle
    const payload = isTooLittle ? { reason: 'password_not_enough' as const } : {}
    await appendEvents(db(), system(), [{ code: 'sign_in.failed', about: member?.id ?? null, payload }])
    throw new DebriefError(isTooLittle ? 'password_not_enough' : refusal ? 'too_many_attempts' : 'sign_in_failed')
  }
  await forgiveAttempt(attempt)
  return { sessionId, setDevice: rememberDevice(deviceCookie, enabled) }
}

type Enabled = { id: string; passwordHash: string }

/** The new session's id; null where they may not come in any more. */
function admit({ id: about, passwordHash: hash }: Enabled, from: SessionOrigin): Promise<string | null> {
  return change(system(), async (tx) => {
    const sessionId = await startSession(about, { kind: 'password', hash }, { from, on: tx })
    if (sessionId === null) return { told: [], value: null }
    return { told: { code: 'sign_in.succeeded', about, payload: { sessionId, by: 'password' } }, value: sessionId }
  })
}

/** Undefined also where a member has no password. */
async function findMemberWithPassword(email: string) {
  const { id, disabledAt } = members
  const mayEnter = sql<boolean>`${disabledAt} IS NULL AND ${passwordServes()}`
  const isPassword = and(eq(credentials.memberId, id), eq(credentials.kind, 'password'))
  const [member] = await db()
    .select({
      id,
      mayEnter,
      isTooLittle: isPasswordTooLittle(),
      passwordHash: sql<string>`${credentials.passwordHash}`,
    })
    .from(members)
    .innerJoin(credentials, isPassword)
    .where(eq(members.email, email))
  return member
}
