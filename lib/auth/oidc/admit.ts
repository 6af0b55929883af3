import 'server-only'
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { AuditEvent } from '../../audit/event'
import type { Executor, Transaction } from '../../db/client'
import { credentials, members } from '../../db/schema/members'
import { DebriefError } from '../../errors'
import { holdInvitation } from '../../invitations/by-email'
import { useUp } from '../../invitations/use-up'
import { insertMember } from '../../members/insert-member'
import { scopeNow } from '../../members/lock-member'
import { requireName } from '../../members/member-name'
import { addedEvent, ownScopeEvent } from '../../members/scope-events'
import { storeScope } from '../../members/store-scope'
import { isOfAllowedDomain } from '../allowed-domain'
import { isSameScope, type Scope } from '../member-scope'
import { breaksGlass } from '../proof'
import { forgetUnproved } from './forget-unproved'
import { grantOf } from './grant'
import type { Identity } from './identity'
import { lockKnown } from './lock-known'
import { lockEmail } from './locks'
import type { OidcSettings } from './settings'

export type Admitted = { id: string; email: string; breakGlass: boolean; isNew: boolean; told: AuditEvent[] }
type Found = Pick<Admitted, 'id' | 'email' | 'breakGlass'> & { disabledAt: string | null }

const FOUND = { id: members.id, email: members.email, breakGlass: breaksGlass(), disabledAt: members.disabledAt }

/**
 * The member who somebody is: by their subject; else, where the issuer vouches for their email, by that, from now on by the
 * subject too; else a new one. Whoever is known by the email of an invitation loses what they came in by before. Throws
 * `sso_email`, `sso_domain`, `sso_disabled`, `sso_unclaimed` of a newcomer whom groups make no admin while nobody is a member, and `sso_other_account` where the member with that email signs in as another
 * subject: an address may have passed to somebody else.
 */
export async function admit(tx: Transaction, identity: Identity, settings: OidcSettings): Promise<Admitted> {
  const linked = await findLinked(tx, identity)
  const email = linked?.email ?? identity.email
  if (email === null) throw new DebriefError('sso_email')
  if (!(await isAllowed(tx, email))) throw new DebriefError('sso_domain')
  if (!linked) await lockEmail(tx, email)
  const found = linked ?? (await findByEmail(tx, email))
  if (found?.disabledAt) throw new DebriefError('sso_disabled')
  if (linked) return { ...linked, isNew: false, told: [] }
  if (found) {
    // Before what is theirs, as whoever changes them does.
    if ((await lockKnown(tx, found.id)).disabled) throw new DebriefError('sso_disabled')
    const forgotten = found.breakGlass ? [] : await forgetUnproved(tx, found.id)
    return { ...found, isNew: false, told: [await link(tx, found.id, identity), ...forgotten] }
  }

  const { id, told } = await addNewcomer(tx, { ...identity, email }, settings)
  return { id, email, breakGlass: false, isNew: true, told: [...told, await link(tx, id, identity)] }
}

async function isAllowed(tx: Transaction, email: string): Promise<boolean> {
  const { rowCount } = await tx.execute(sql`SELECT WHERE ${isOfAllowedDomain(sql`${email}::text`)}`)
  return rowCount === 1
}

/** The member who has signed in as this subject before. */
export async function findLinked(on: Executor, { issuer, subject }: Identity): Promise<Found | undefined> {
  const [found] = await on
    .select(FOUND)
    .from(credentials)
    .innerJoin(members, eq(members.id, credentials.memberId))
    .where(and(eq(credentials.issuer, issuer), eq(credentials.subject, subject)))
  return found
}

async function findByEmail(tx: Transaction, email: string): Promise<Found | undefined> {
  const isThey = and(eq(members.email, email), isNull(members.removedAt))
  const [found] = await tx.select(FOUND).from(members).where(isThey)
  return found
}

async function link(tx: Transaction, memberId: string, { issuer, subject }: Identity): Promise<AuditEvent> {
  const isLinked = and(eq(credentials.memberId, memberId), eq(credentials.issuer, issuer))
  if ((await tx.$count(credentials, isLinked)) > 0) throw new DebriefError('sso_other_account')
  await tx.insert(credentials).values({ memberId, kind: 'oidc', issuer, subject })
  return { code: 'member.linked', about: memberId, payload: {} }
}

/**
 * By their groups where these say anything, else as they were invited, else as somebody of whom nothing is known yet. What groups leave
 * open, now or later, is as they were invited too.
 */
async function addNewcomer(
  tx: Transaction,
  { email, groups, ...identity }: Identity & { email: string },
  { roles }: OidcSettings,
) {
  const invitation = await holdInvitation(tx, email)
  const own: Scope = invitation?.scope ?? 'all'
  const { role, scope } = roles ? grantOf(groups, roles) : (invitation ?? grantOf([], []))
  // A member who is no admin would close /setup, and nobody could make one any more.
  if (role !== 'admin' && (await tx.$count(members)) === 0) throw new DebriefError('sso_unclaimed')
  const shown: Scope = role === 'admin' ? 'all' : (scope ?? own)
  const rights = { role, scope: shown }
  const id = await insertMember(tx, { email, name: usableName(identity.name), ...rights, passwordHash: null })
  if (roles && scope !== null) await storeScope(tx, id, scope, { scopeWithoutGroups: own })
  // It counts once they are no admin any more.
  if (role === 'admin') await storeScope(tx, id, own)
  const { own: kept } = await scopeNow(tx, id)
  const told = [addedEvent(id, rights), ...(isSameScope(kept, shown) ? [] : [ownScopeEvent(id, kept)])]
  if (!invitation) return { id, told }
  await useUp(tx, invitation.id, id)
  return {
    id,
    told: [...told, { code: 'invitation.accepted' as const, about: invitation.id, payload: { memberId: id } }],
  }
}

/** A provider may call people what no member can be called; then their email stands there. */
function usableName(told: string | null): string | null {
  try {
    return told === null ? null : requireName(told)
  } catch (error) {
    if (error instanceof DebriefError) return null
    throw error
  }
}
