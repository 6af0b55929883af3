import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import { change } from '../../audit/change'
import type { Operator } from '../../auth/operator'
import { lacksPasskey } from '../../auth/passkey-rule'
import type { May } from '../../auth/viewer'
import type { Transaction } from '../../db/client'
import { credentials, installations, members, THIS_INSTALLATION } from '../../db/schema/members'
import { DebriefError } from '../../errors'
import type { PasskeyRequirement } from '../../passkey-requirement'
import { findRelyingParty } from '../../relying-party'
import { endSessions } from '../end-sessions'
import { lockMember, lockMemberCalled } from '../lock-member'

type BreakGlass = { email: string; on: boolean }

/**
 * Whether an admin comes in by a password where nobody else does. From a shell alone, since it is for when the identity provider is
 * away. Taking it back ends their sessions. Throws `member_not_found`, `break_glass_role` and `break_glass_password`.
 */
export async function setBreakGlass(actor: May<'member.manage'> | Operator, { email, on }: BreakGlass) {
  await change(actor, async (tx) => {
    const member = await lockMemberCalled(tx, actor, email)
    if (on && member.role !== 'admin') throw new DebriefError('break_glass_role')
    if (on && !(await hasPassword(tx, member.id))) throw new DebriefError('break_glass_password')
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
    const { id: about } = await lockMemberCalled(tx, actor, email)
    const isLinked = and(eq(credentials.memberId, about), eq(credentials.kind, 'oidc'))
    const { rowCount } = await tx.delete(credentials).where(isLinked)
    if (!rowCount) return { told: [], value: undefined }
    await endSessions(tx, about)
    return { told: { code: 'member.unlinked', about, payload: {} }, value: undefined }
  })
}

/**
 * For whoever has lost theirs: they come in by something else and add new ones. Ends their sessions. Throws `member_not_found`, and
 * `own_rights`, since the last way in is not lost in one's account either.
 */
export async function removePasskeysOf(actor: May<'member.manage'> | Operator, memberId: string) {
  await change(actor, async (tx) => {
    const { id: about } = await lockMember(tx, actor, memberId)
    if (actor.kind === 'member' && actor.memberId === about) throw new DebriefError('own_rights')
    const arePasskeys = and(eq(credentials.memberId, about), eq(credentials.kind, 'passkey'))
    const { rowCount } = await tx.delete(credentials).where(arePasskeys)
    if (!rowCount) return { told: [], value: undefined }
    await endSessions(tx, about)
    return { told: { code: 'member.passkeys_removed', about, payload: {} }, value: undefined }
  })
}

/**
 * Whom a password alone does not let in, from the next request on. Throws `own_passkey_first` where whoever acts would be the first
 * to be locked out, `passkeys_nowhere` where nobody could add one, and `requirement_changed` where something else is required than
 * they knew.
 */
export async function setPasskeyRequirement(
  actor: May<'member.manage'> | Operator,
  of: PasskeyRequirement,
  replaces?: PasskeyRequirement,
) {
  if (of !== 'nobody' && findRelyingParty() === null) throw new DebriefError('passkeys_nowhere')
  await change(actor, async (tx) => {
    const { id, passkeysRequiredOf } = installations
    const isThis = eq(id, THIS_INSTALLATION)
    const [before] = await tx.select({ of: passkeysRequiredOf }).from(installations).where(isThis).for('update')
    const standing = before?.of ?? 'nobody'
    if (standing === of) return { told: [], value: undefined }
    if (replaces !== undefined && replaces !== standing) throw new DebriefError('requirement_changed')
    await tx
      .insert(installations)
      .values({ id: THIS_INSTALLATION, passkeysRequiredOf: of })
      .onConflictDoUpdate({ target: id, set: { passkeysRequiredOf: of } })
    if (actor.kind === 'member') await requireEnough(tx, actor)
    return { told: { code: 'passkeys.required', about: null, payload: { of } }, value: undefined }
  })
}

/** By what is required now. */
async function requireEnough(tx: Transaction, { sessionId }: May<'member.manage'>) {
  const { rowCount } = await tx.execute(sql`
    SELECT FROM sessions s JOIN ${members} ON ${members.id} = s.member_id WHERE s.id = ${sessionId} AND NOT ${lacksPasskey()}`)
  if (rowCount !== 1) throw new DebriefError('own_passkey_first')
}

async function hasPassword(tx: Transaction, memberId: string): Promise<boolean> {
  return (await tx.$count(credentials, and(eq(credentials.memberId, memberId), eq(credentials.kind, 'password')))) > 0
}
