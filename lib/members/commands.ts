import 'server-only'
import { and, eq, isNull, sql, type SQL } from 'drizzle-orm'
import { change } from '../audit/change'
import type { Operator } from '../auth/operator'
import { hashNewPassword } from '../auth/sign-in/password'
import type { May } from '../auth/viewer'
import type { Transaction } from '../db/client'
import { members, sessions } from '../db/schema/members'
import { DebriefError } from '../errors'
import { requireEmail } from '../auth/sign-in/email'
import { insertMember } from './insert-member'
import { requireName } from './member-name'
import { storePassword } from './store-password'
import type { Member } from './member'

type NewMember = Pick<Member, 'email' | 'role' | 'teams'> & { name?: string | undefined; password: string }

/** The new member's id. Throws `member_exists`, `email_invalid`, `name_invalid`, and what a new password can be refused for. */
export async function addMember(
  actor: May<'member.manage'> | Operator,
  { password, name: typed, ...member }: NewMember,
): Promise<string> {
  const email = requireEmail(member.email)
  const name = typed === undefined ? null : requireName(typed)
  const passwordHash = await hashNewPassword({ email, password })
  return change(actor, async (tx) => {
    const id = await insertMember(tx, { ...member, email, name, passwordHash })
    const teams = member.teams === 'all' ? ('all' as const) : [...member.teams]
    return { told: { code: 'member.added', about: id, payload: { role: member.role, teams } }, value: id }
  })
}

/** Ends their sessions. Throws `member_not_found` or `last_admin`. */
export async function disableMember(actor: May<'member.manage'> | Operator, email: string) {
  await change(actor, async (tx) => {
    const admins = await lockEnabledAdmins(tx)
    if (admins.length === 1 && admins[0]?.email === requireEmail(email)) throw new DebriefError('last_admin')
    const about = await setDisabled(tx, email, sql`now()`)
    return { told: { code: 'member.disabled', about, payload: {} }, value: undefined }
  })
}

/** Throws `member_not_found`. */
export async function enableMember(actor: May<'member.manage'> | Operator, email: string) {
  await change(actor, async (tx) => {
    const about = await setDisabled(tx, email, null)
    return { told: { code: 'member.enabled', about, payload: {} }, value: undefined }
  })
}

/** Null takes the name away. Throws `member_not_found` and `name_invalid`. */
export async function renameMember(
  actor: May<'member.manage'> | Operator,
  { email, name: typed }: { email: string; name: string | null },
) {
  const name = typed === null ? null : requireName(typed)
  await change(actor, async (tx) => {
    const [member] = await tx
      .select({ id: members.id, name: members.name })
      .from(members)
      .where(eq(members.email, requireEmail(email)))
      .for('update')
    if (!member) throw new DebriefError('member_not_found')
    if (member.name === name) return { told: [], value: undefined }
    await tx.update(members).set({ name }).where(eq(members.id, member.id))
    return { told: { code: 'member.renamed', about: member.id, payload: {} }, value: undefined }
  })
}

/** Ends their sessions. Throws `member_not_found` and what a new password can be refused for. */
export async function resetPassword(
  actor: May<'member.manage'> | Operator,
  { email, password }: { email: string; password: string },
) {
  const passwordHash = await hashNewPassword({ email, password })
  await change(actor, async (tx) => {
    const [member] = await tx
      .select({ id: members.id })
      .from(members)
      .where(eq(members.email, requireEmail(email)))
    if (!member) throw new DebriefError('member_not_found')
    await storePassword(tx, member.id, passwordHash)
    await endSessions(tx, member.id)
    return { told: { code: 'member.password_reset', about: member.id, payload: {} }, value: undefined }
  })
}

/** The member's id. */
async function setDisabled(tx: Transaction, email: string, disabledAt: SQL | null): Promise<string> {
  const [member] = await tx
    .update(members)
    .set({ disabledAt })
    .where(eq(members.email, requireEmail(email)))
    .returning({ id: members.id })
  if (!member) throw new DebriefError('member_not_found')
  await endSessions(tx, member.id)
  return member.id
}

/**
 * Whatever changes about a member, they sign in anew: nobody goes on with what they no longer are. After the change, whose
 * lock a sign-in under way waits for, or is waited for by.
 */
async function endSessions(tx: Transaction, memberId: string) {
  await tx.delete(sessions).where(eq(sessions.memberId, memberId))
}

/** Until the transaction ends no other can disable one of them: two admins must not disable each other at once. */
function lockEnabledAdmins(tx: Transaction) {
  return tx
    .select({ email: members.email })
    .from(members)
    .where(and(eq(members.role, 'admin'), isNull(members.disabledAt)))
    .orderBy(members.id)
    .for('update')
}
