import 'server-only'
import { eq } from 'drizzle-orm'
import { change } from '../audit/change'
import { hashOfToken } from '../auth/link-token'
import { type ChosenPassword, rememberDevice } from '../auth/sign-in/device'
import { hashNewPassword } from '../auth/sign-in/password'
import { throttleFailures } from '../auth/sign-in/throttle'
import { system } from '../auth/system'
import { db, type Transaction } from '../db/client'
import { invitations } from '../db/schema/members'
import { env } from '../env'
import { DebriefError } from '../errors'
import { insertMember } from '../members/insert-member'
import { requireName } from '../members/member-name'
import type { Acceptance, OpenInvitation } from './invitation'
import { standing } from './standing'
import { useUp } from './use-up'
import { findUsable } from './usable'

/**
 * What the link of this token shows; it may be asked any number of times, since mail servers open links too. Throws
 * `invitation_closed`, alike for a token that never was, and `too_many_attempts`.
 */
export async function readInvitation(token: string, address: string): Promise<OpenInvitation> {
  return throttleFailures({ of: 'link', address }, async () => {
    const found = await findUsable(hashOfToken(token), db())
    if (!found) throw new DebriefError('invitation_closed')
    return { email: found.email, role: found.role, by: found.by }
  })
}

/**
 * Makes the invited member, who then signs in with this password. Throws `invitation_closed`, `invited_already_member`,
 * `too_many_attempts`, `name_invalid`, what a new password can be refused for, and `password_serves_nothing` where passwords are
 * off: it would lie there until they are on again, of somebody whom the provider never vouched for.
 */
export async function acceptInvitation({ token, address, deviceCookie, ...typed }: Accepted): Promise<ChosenPassword> {
  if (env().PASSWORD_SIGN_IN === 'off') throw new DebriefError('password_serves_nothing')
  return throttleFailures({ of: 'link', address }, async () => {
    const tokenHash = hashOfToken(token)
    const found = await findUsable(tokenHash, db())
    if (!found) throw new DebriefError('invitation_closed')
    const name = requireName(typed.name)
    const passwordHash = await hashNewPassword({ email: found.email, password: typed.password })
    return change(system(), async (tx) => {
      // Of two at once the second waits here, and then finds it used.
      await tx.select().from(invitations).where(eq(invitations.id, found.id)).for('update')
      const invitation = await findUsable(tokenHash, tx)
      if (!invitation) throw new DebriefError('invitation_closed')
      const memberId = await join(tx, { ...invitation, name, passwordHash })
      const told = { code: 'invitation.accepted' as const, about: invitation.id, payload: { memberId } }
      const setDevice = rememberDevice(deviceCookie, { id: memberId, passwordHash })
      return { told, value: { email: invitation.email, setDevice } }
    })
  })
}

type Accepted = Acceptance & { address: string; deviceCookie?: string | undefined }
type Joining = NonNullable<Awaited<ReturnType<typeof findUsable>>> & { name: string; passwordHash: string }

async function join(tx: Transaction, { id, email, name, role, scope, passwordHash }: Joining): Promise<string> {
  const given = { email, name, role, scope: await standing(tx, scope), passwordHash }
  const memberId = await insertMember(tx, given).catch((error: unknown) => {
    const isKnown = error instanceof DebriefError && error.code === 'member_exists'
    throw isKnown ? new DebriefError('invited_already_member') : error
  })
  await useUp(tx, id, memberId)
  return memberId
}
