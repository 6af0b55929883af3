import 'server-only'
import { eq, sql } from 'drizzle-orm'
import type { AuditEvent } from '../audit/event'
import { isSameScope } from '../auth/member-scope'
import type { Transaction } from '../db/client'
import { formerScopes, members } from '../db/schema/members'
import { ownScopeEvent, scopeEvent } from './scope-events'
import { endSessions } from './end-sessions'
import { scopeNow, type LockedMember } from './lock-member'
import type { Rights } from './rights'
import { spendPasswordLinks } from './store-password'
import { storeScope } from './store-scope'

/**
 * What it changes, of a member whom `lockMember` holds, for those who decide who may. Another role, disabling and enabling end
 * their sessions; disabling spends their password links, which would work again once they are enabled; another scope holds from
 * their next request on. Who was there to break the glass is so no more once they are no admin, nor as they become one again.
 */
export async function changeRights(tx: Transaction, before: LockedMember, rights: Rights): Promise<AuditEvent[]> {
  const { role = before.role, disabled = before.disabled } = rights
  const disabledAt = disabled ? sql`coalesce(${members.disabledAt}, now())` : null
  const breakGlass = before.breakGlass && before.role === 'admin' && role === 'admin'
  await tx.update(members).set({ role, disabledAt, breakGlass }).where(eq(members.id, before.id))
  const told: AuditEvent[] = []
  if (role !== before.role)
    told.push({ code: 'member.role_changed', about: before.id, payload: { from: before.role, to: role } })
  if (breakGlass !== before.breakGlass)
    told.push({ code: 'member.break_glass_set', about: before.id, payload: { on: breakGlass } })
  told.push(...(await rescope(tx, before, rights)))
  if (disabled !== before.disabled)
    told.push({ code: disabled ? 'member.disabled' : 'member.enabled', about: before.id, payload: {} })
  if (disabled) await spendPasswordLinks(tx, before.id)
  if (role !== before.role || disabled !== before.disabled) await endSessions(tx, before.id)
  return told
}

/**
 * Gives a scope, if there is one to give, and remembers what the member saw until now for the lists that they have open. Told is what they
 * see from now on, and, as that, what they would as no admin and in no group: what nobody notices today may count tomorrow.
 */
async function rescope(tx: Transaction, before: LockedMember, rights: Rights): Promise<AuditEvent[]> {
  const { role = before.role, scope, ...beside } = rights
  if (scope !== undefined) await storeScope(tx, before.id, scope, beside)
  // Another role may show or hide by itself what was given before.
  const after = await scopeNow(tx, before.id)
  const [seesAnother, hasAnother] = [!isSameScope(before.scope, after.scope), !isSameScope(before.own, after.own)]
  if (seesAnother) await tx.insert(formerScopes).values({ memberId: before.id, scope: before.scope })
  // Where neither their role nor a group decides what they see, it is what they would see without.
  const saysBoth = seesAnother && role !== 'admin' && !after.isOfGroup
  return [
    ...(seesAnother ? [scopeEvent(before.id, after.scope)] : []),
    ...(hasAnother && !saysBoth ? [ownScopeEvent(before.id, after.own)] : []),
  ]
}
