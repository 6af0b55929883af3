import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import { change } from '../audit/change'
import { isSameScope } from '../auth/member-scope'
import type { Operator } from '../auth/operator'
import { requireEmail } from '../auth/sign-in/email'
import { hashNewPassword } from '../auth/sign-in/password'
import type { May } from '../auth/viewer'
import { members } from '../db/schema/members'
import { DebriefError } from '../errors'
import { changeRights } from './change-rights'
import { endSessions } from './end-sessions'
import { insertMember } from './insert-member'
import { keepFormerName } from './keep-former-name'
import { lockMember, lockMemberCalled, requireDispensable, type LockedMember } from './lock-member'
import type { Member } from './member'
import { requireName } from './member-name'
import { listRememberedScopes } from './remembered-scopes'
import { requireKnown } from './require-known'
import { requireWideAdmin } from './require-wide-admin'
import type { Rights, RightsDraft } from './rights'
import { addedEvent } from './scope-events'
import { storePassword } from './store-password'

type NewMember = Pick<Member, 'email' | 'role' | 'scope'> & { name?: string | undefined; password: string }

/**
 * The new member's id. Throws `member_exists`, `email_invalid`, `name_invalid`, `admin_sees_all`, `scope_unknown` for an interview
 * that does not exist, and what a new password can be refused for. Their teams and flows may still have to come from Ribbon.
 */
export async function addMember(
  actor: May<'member.manage'> | Operator,
  { password, name: typed, ...member }: NewMember,
): Promise<string> {
  const email = requireEmail(member.email)
  const name = typed === undefined ? null : requireName(typed)
  const passwordHash = await hashNewPassword({ email, password })
  return change(actor, async (tx) => {
    const { role, scope } = member
    if (scope !== 'all') await requireKnown(tx, { teams: [], flows: [], interviews: scope.interviews })
    const id = await insertMember(tx, { email, name, role, scope, passwordHash })
    return { told: addedEvent(id, { role, scope }), value: id }
  })
}

/**
 * All of it or none. Another role, disabling and enabling end the member's sessions; another scope holds from their next request
 * on. Throws `member_not_found`, `member_changed` where they have other rights than were known, and are not to be what they are
 * already, `last_admin`, `own_rights` where an admin would take theirs from themselves, `admin_sees_all` and `scope_unknown`
 * for what does not exist and they did not see before.
 */
export async function changeMember(
  actor: May<'member.manage'> | Operator,
  memberId: string,
  { replaces, ...rights }: RightsDraft,
) {
  await change(actor, async (tx) => {
    const before = await lockMember(tx, actor, memberId)
    const isRefused = replaces !== undefined && !hasRights(before, replaces) && !hasRights(before, rights)
    if (isRefused) throw new DebriefError('member_changed')
    const { role = before.role, disabled = before.disabled, scope } = rights
    const wasAdmin = before.role === 'admin' && !before.disabled
    if (wasAdmin && (role !== 'admin' || disabled)) await requireDispensable(tx, actor, before)
    requireWideAdmin({ role, scope })
    // An Undo gives back what is gone at Ribbon by now as well.
    if (scope !== undefined && !isSameScope(scope, before.scope))
      await requireKnown(tx, scope, await listRememberedScopes(tx, before))
    return { told: await changeRights(tx, before, rights), value: undefined }
  })
}

/** Signs a member out everywhere. Throws `member_not_found`. */
export async function endMemberSessions(actor: May<'member.manage'> | Operator, memberId: string) {
  await change(actor, async (tx) => {
    await lockMember(tx, actor, memberId)
    const ended = await endSessions(tx, memberId)
    const told = { code: 'member.sessions_ended' as const, about: memberId, payload: {} }
    return { told: ended > 0 ? told : [], value: undefined }
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
      .where(isCalled(email))
      .for('no key update')
    if (!member) throw new DebriefError('member_not_found')
    if (member.name === name) return { told: [], value: undefined }
    await keepFormerName(tx, member.id, name)
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
    const { id: about } = await lockMemberCalled(tx, actor, email)
    await storePassword(tx, about, passwordHash)
    await endSessions(tx, about)
    return { told: { code: 'member.password_reset', about, payload: {} }, value: undefined }
  })
}

function hasRights({ role, scope, disabled }: LockedMember, rights: Rights): boolean {
  return (
    (rights.role ?? role) === role &&
    isSameScope(rights.scope ?? scope, scope) &&
    (rights.disabled ?? disabled) === disabled
  )
}

/** That of two members at most one is, and none who was removed. */
function isCalled(email: string) {
  return and(eq(members.email, requireEmail(email)), isNull(members.removedAt))
}
