import 'server-only'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Scope } from '../auth/member-scope'
import type { Operator } from '../auth/operator'
import { refusalOf, type Role } from '../auth/permissions'
import { comesIn } from '../auth/proof'
import { scope, scopeAsNoAdmin, scopeOfMembers } from '../auth/scope-of-member'
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
  disabled: boolean
  /** Was named to break the glass, which counts while they are an admin. */
  breakGlass: boolean
  /** Of the enabled admins who can come in, or of all where none can. */
  isLastAdmin: boolean
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
    .select({
      ...{ role: members.role, disabledAt: members.disabledAt, breakGlass: members.breakGlass, ...SCOPES },
      comingIn: listComingIn(),
    })
    .from(members)
    .where(isThey)
  if (!member) throw new DebriefError('member_not_found')
  const { disabledAt, comingIn, ...standing } = member
  const counted = comingIn.length > 0 ? comingIn : admins
  const isLastAdmin = counted.length === 1 && counted[0] === memberId
  return { id: memberId, ...standing, disabled: disabledAt !== null, isLastAdmin }
}

/** What a member sees now, and what they would as no admin and in no group, within a transaction that changes it. */
export async function scopeNow(tx: Transaction, memberId: string): Promise<Pick<LockedMember, 'scope' | 'own'>> {
  const [member] = await tx.select(SCOPES).from(members).where(eq(members.id, memberId))
  if (!member) throw new DebriefError('member_not_found')
  return member
}

/** Throws `last_admin` for the only one who can come in, and `own_rights` for whoever acts themselves. */
export function requireDispensable(actor: May<'member.manage'> | Operator, { id, isLastAdmin }: LockedMember) {
  if (isLastAdmin) throw new DebriefError('last_admin')
  if (actor.kind === 'member' && actor.memberId === id) throw new DebriefError('own_rights')
}

const ids = z.array(z.string())
const asScope = (stored: unknown) => scope.parse(stored)
const SCOPES = {
  scope: sql<Scope>`${scopeOfMembers}`.mapWith(asScope),
  own: sql<Scope>`coalesce(${members.scopeWithoutGroups}, ${scopeAsNoAdmin})`.mapWith(asScope),
}

const isEnabledAdmin = and(eq(members.role, 'admin'), isNull(members.disabledAt))

/** The ids of the enabled admins who can come in, once nobody changes who they are: within another statement of `members`. */
function listComingIn() {
  const listed = sql`SELECT coalesce(jsonb_agg(${members.id}), '[]') FROM ${members} WHERE ${isEnabledAdmin} AND ${comesIn('with provider')}`
  return sql<string[]>`(${listed})`.mapWith((stored: unknown) => ids.parse(stored))
}

async function lockEnabledAdmins(tx: Transaction): Promise<string[]> {
  const admins = await tx
    .select({ id: members.id })
    .from(members)
    .where(isEnabledAdmin)
    .orderBy(members.id)
    .for('no key update')
  return admins.map(({ id }) => id)
}
