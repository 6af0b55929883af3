import 'server-only'
import { and, eq, isNull, sql, type SQL } from 'drizzle-orm'
import type { Scope } from '../auth/member-scope'
import type { Operator } from '../auth/operator'
import { refusalOf, type Role } from '../auth/permissions'
import { comesIn } from '../auth/proof'
import { scope, scopeAsNoAdmin, scopeOfMembers } from '../auth/scope-of-member'
import { requireEmail } from '../auth/sign-in/email'
import type { System } from '../auth/system'
import type { May } from '../auth/viewer'
import type { Transaction } from '../db/client'
import { members } from '../db/schema/members'
import { DebriefError } from '../errors'

export type LockedMember = {
  id: string
  role: Role
  scope: Scope
  /** What they would see as no admin and in no group. */
  own: Scope
  /** A group says what they see instead. */
  isOfGroup: boolean
  disabled: boolean
  /** Was named to break the glass, which counts while they are an admin. */
  breakGlass: boolean
}

/**
 * A member as they stand until the transaction ends: nobody else changes them meanwhile, nor who the enabled admins are, so that
 * two of these do not end each other at once. Whoever writes what only names them waits for none of it. Throws `member_not_found`, also
 * for one who was removed, and `not_found` where whoever acts is no admin any more.
 */
export async function lockMember(
  tx: Transaction,
  actor: May<'member.manage'> | Operator | System,
  memberId: string,
): Promise<LockedMember> {
  const admins = await lockEnabledAdmins(tx)
  if (actor.kind === 'member' && !admins.includes(actor.memberId)) throw new DebriefError(refusalOf('member.manage'))
  const isThey = and(eq(members.id, memberId), isNull(members.removedAt))
  const [locked] = await tx.select({ id: members.id }).from(members).where(isThey).for('no key update')
  if (!locked) throw new DebriefError('member_not_found')
  const [member] = await tx
    .select({ role: members.role, disabledAt: members.disabledAt, breakGlass: members.breakGlass, ...SCOPES })
    .from(members)
    .where(isThey)
  if (!member) throw new DebriefError('member_not_found')
  const { disabledAt, ...standing } = member
  return { id: memberId, ...standing, disabled: disabledAt !== null }
}

/** The same of whoever is called that. Throws `email_invalid` too. */
export async function lockMemberCalled(
  tx: Transaction,
  actor: May<'member.manage'> | Operator,
  email: string,
): Promise<LockedMember> {
  const isCalled = and(eq(members.email, requireEmail(email)), isNull(members.removedAt))
  const [called] = await tx.select({ id: members.id }).from(members).where(isCalled)
  if (!called) throw new DebriefError('member_not_found')
  return lockMember(tx, actor, called.id)
}

/** What a member sees now, and what they would as no admin and in no group, within a transaction that changes it. */
export async function scopeNow(tx: Transaction, memberId: string) {
  const [member] = await tx.select(SCOPES).from(members).where(eq(members.id, memberId))
  if (!member) throw new DebriefError('member_not_found')
  return member
}

/**
 * Whether a locked one is the last of the enabled admins who can come in, or of all where none can. Only what takes an admin away asks: how people
 * come in is in variables that a shell on the server may lack.
 */
export async function isLastAdmin(tx: Transaction, { id, role, disabled }: LockedMember): Promise<boolean> {
  if (role !== 'admin' || disabled) return false
  const admins = (which?: SQL) => tx.select({ id: members.id }).from(members).where(and(isEnabledAdmin, which))
  const comingIn = await admins(comesIn())
  const counted = comingIn.length > 0 ? comingIn : await admins()
  return counted.length === 1 && counted[0]?.id === id
}

/** Throws `last_admin` for the only one who can come in, and `own_rights` for whoever acts themselves. */
export async function requireDispensable(
  tx: Transaction,
  actor: May<'member.manage'> | Operator,
  member: LockedMember,
) {
  if (await isLastAdmin(tx, member)) throw new DebriefError('last_admin')
  if (actor.kind === 'member' && actor.memberId === member.id) throw new DebriefError('own_rights')
}

const asScope = (stored: unknown) => scope.parse(stored)
const SCOPES = {
  scope: sql<Scope>`${scopeOfMembers}`.mapWith(asScope),
  own: sql<Scope>`coalesce(${members.scopeWithoutGroups}, ${scopeAsNoAdmin})`.mapWith(asScope),
  isOfGroup: sql<boolean>`${members.scopeWithoutGroups} IS NOT NULL`,
}

const isEnabledAdmin = and(eq(members.role, 'admin'), isNull(members.disabledAt))

async function lockEnabledAdmins(tx: Transaction): Promise<string[]> {
  const admins = await tx
    .select({ id: members.id })
    .from(members)
    .where(isEnabledAdmin)
    .orderBy(members.id)
    .for('no key update')
  return admins.map(({ id }) => id)
}
