import 'server-only'
import { and, eq } from 'drizzle-orm'
import { change } from '../audit/change'
import type { Operator } from '../auth/operator'
import { passwordServes } from '../auth/proof'
import type { May } from '../auth/viewer'
import type { Transaction } from '../db/client'
import { members } from '../db/schema/members'
import { DebriefError } from '../errors'
import { lockMember, lockMemberCalled } from '../members/lock-member'
import { makeLink } from './make-link'
import type { PasswordLink } from './password-link'

type Whose = { memberId: string } | { email: string }

/**
 * A link by which that member sets a new password, once and within an hour. Throws `member_not_found`, `member_disabled`, and
 * `password_serves_nothing` where it would not let them in: but not to a shell, from which one is named to break the glass next.
 */
export async function makePasswordLink(actor: May<'member.manage'> | Operator, whose: Whose): Promise<PasswordLink> {
  return change(actor, async (tx) => {
    const { id: memberId, disabled } = await ('email' in whose
      ? lockMemberCalled(tx, actor, whose.email)
      : lockMember(tx, actor, whose.memberId))
    if (disabled) throw new DebriefError('member_disabled')
    if (actor.kind === 'member') await requireUseOfPassword(tx, memberId)
    const value = await makeLink(tx, actor, memberId)
    return { told: { code: 'member.password_link_made', about: memberId, payload: {} }, value }
  })
}

async function requireUseOfPassword(tx: Transaction, memberId: string) {
  const serves = await tx.$count(members, and(eq(members.id, memberId), passwordServes()))
  if (serves === 0) throw new DebriefError('password_serves_nothing')
}
