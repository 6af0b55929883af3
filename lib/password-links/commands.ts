import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import { change } from '../audit/change'
import type { Operator } from '../auth/operator'
import { requireEmail } from '../auth/sign-in/email'
import type { May } from '../auth/viewer'
import { members } from '../db/schema/members'
import { DebriefError } from '../errors'
import { makeLink } from './make-link'
import type { PasswordLink } from './password-link'

type Whose = { memberId: string } | { email: string }

/** A link by which that member sets a new password, once and within an hour. Throws `member_not_found` and `member_disabled`. */
export async function makePasswordLink(actor: May<'member.manage'> | Operator, whose: Whose): Promise<PasswordLink> {
  return change(actor, async (tx) => {
    const isTheirs = 'email' in whose ? eq(members.email, requireEmail(whose.email)) : eq(members.id, whose.memberId)
    const [member] = await tx
      .select({ id: members.id, disabledAt: members.disabledAt })
      .from(members)
      .where(and(isTheirs, isNull(members.removedAt)))
    if (!member) throw new DebriefError('member_not_found')
    if (member.disabledAt) throw new DebriefError('member_disabled')
    const value = await makeLink(tx, member.id)
    return { told: { code: 'member.password_link_made', about: member.id, payload: {} }, value }
  })
}
