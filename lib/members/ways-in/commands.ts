import 'server-only'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { change } from '../../audit/change'
import type { Operator } from '../../auth/operator'
import type { May } from '../../auth/viewer'
import { requireEmail } from '../../auth/sign-in/email'
import type { Transaction } from '../../db/client'
import { credentials, members } from '../../db/schema/members'
import { DebriefError } from '../../errors'
import { endSessions } from '../end-sessions'

type BreakGlass = { email: string; on: boolean }

/**
 * Whether an admin comes in by a password where nobody else does. From a shell alone, since it is for when the identity provider is
 * away. Taking it back ends their sessions. Throws `member_not_found`, `break_glass_role` and `break_glass_password`.
 */
export async function setBreakGlass(actor: May<'member.manage'> | Operator, { email, on }: BreakGlass) {
  await change(actor, async (tx) => {
    const member = await lockByEmail(tx, email)
    if (on && member.role !== 'admin') throw new DebriefError('break_glass_role')
    if (on && !member.hasPassword) throw new DebriefError('break_glass_password')
    if (member.breakGlass === on) return { told: [], value: undefined }
    await tx.update(members).set({ breakGlass: on }).where(eq(members.id, member.id))
    if (!on) await endSessions(tx, member.id)
    return { told: { code: 'member.break_glass_set', about: member.id, payload: { on } }, value: undefined }
  })
}

/**
 * Forgets as whom a member signs in at the identity provider, whose account for them was made anew: the next one with their
 * verified email is theirs. Ends their sessions. Throws `member_not_found`.
 */
export async function unlinkMember(actor: May<'member.manage'> | Operator, email: string) {
  await change(actor, async (tx) => {
    const { id: about } = await lockByEmail(tx, email)
    const isLinked = and(eq(credentials.memberId, about), eq(credentials.kind, 'oidc'))
    const { rowCount } = await tx.delete(credentials).where(isLinked)
    if (!rowCount) return { told: [], value: undefined }
    await endSessions(tx, about)
    return { told: { code: 'member.unlinked', about, payload: {} }, value: undefined }
  })
}

async function lockByEmail(tx: Transaction, email: string) {
  const isPassword = and(eq(credentials.memberId, members.id), eq(credentials.kind, 'password'))
  const [member] = await tx
    .select({
      ...{ id: members.id, role: members.role, breakGlass: members.breakGlass },
      hasPassword: sql<boolean>`EXISTS (SELECT FROM ${credentials} WHERE ${isPassword})`,
    })
    .from(members)
    .where(and(eq(members.email, requireEmail(email)), isNull(members.removedAt)))
    .for('update')
  if (!member) throw new DebriefError('member_not_found')
  return member
}
