import 'server-only'
import { and, eq, isNull, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { change } from '../audit/change'
import { hashOfToken } from '../auth/link-token'
import { type ChosenPassword, rememberDevice } from '../auth/sign-in/device'
import { hashNewPassword } from '../auth/sign-in/password'
import { throttleFailures } from '../auth/sign-in/throttle'
import { system } from '../auth/system'
import { db, type Executor } from '../db/client'
import { members, passwordLinks, sessions } from '../db/schema/members'
import { DebriefError } from '../errors'
import { holdMember } from '../members/hold-member'
import { storePassword } from '../members/store-password'
import type { PasswordLinkUse } from './password-link'

/**
 * Whose password the link of this token sets; it may be asked any number of times, since mail servers open links too. Throws
 * `password_link_closed`, alike for a token that never was, and `too_many_attempts`.
 */
export async function readPasswordLink(token: string, address: string): Promise<{ email: string }> {
  return throttleFailures({ of: 'link', address }, async () => {
    const { email } = await requireOpen(token, db())
    return { email }
  })
}

/**
 * Sets the password, once, and signs the member out wherever they are. Throws `password_link_closed`, `too_many_attempts`, and what
 * a new password can be refused for.
 */
export async function usePasswordLink({ token, password, address, deviceCookie }: Used): Promise<ChosenPassword> {
  return throttleFailures({ of: 'link', address }, async () => {
    const { email, memberId } = await requireOpen(token, db())
    const passwordHash = await hashNewPassword({ email, password })
    return change(system(), async (tx) => {
      // Of two at once, be it with two links, the second waits here, and then finds its own used.
      await holdMember(tx, memberId)
      await requireOpen(token, tx)
      await storePassword(tx, memberId, passwordHash)
      await tx.delete(sessions).where(eq(sessions.memberId, memberId))
      const value = { email, setDevice: rememberDevice(deviceCookie, { id: memberId, passwordHash }) }
      return { told: { code: 'member.password_link_used', about: memberId, payload: {} }, value }
    })
  })
}

const maker = alias(members, 'maker')

type Used = PasswordLinkUse & { address: string; deviceCookie?: string | undefined }

/**
 * Throws `password_link_closed`, also for a member who may not sign in, and where whoever made it is no admin any more: they may
 * have kept it, and would come in as another.
 */
async function requireOpen(token: string, on: Executor): Promise<{ memberId: string; email: string }> {
  const isGood = and(isNull(passwordLinks.usedAt), sql`${passwordLinks.expiresAt} > now()`)
  const maySignIn = and(isNull(members.disabledAt), isNull(members.removedAt))
  const stillMay = or(isNull(passwordLinks.madeBy), and(eq(maker.role, 'admin'), isNull(maker.disabledAt)))
  const [found] = await on
    .select({ memberId: members.id, email: members.email })
    .from(passwordLinks)
    .innerJoin(members, eq(members.id, passwordLinks.memberId))
    .leftJoin(maker, eq(maker.id, passwordLinks.madeBy))
    .where(and(eq(passwordLinks.tokenHash, hashOfToken(token)), isGood, maySignIn, stillMay))
  if (!found) throw new DebriefError('password_link_closed')
  return found
}
