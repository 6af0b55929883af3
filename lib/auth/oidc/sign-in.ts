import 'server-only'
import { and, eq, exists, gt, gte, isNull, or, sql } from 'drizzle-orm'
import { change } from '../../audit/change'
import type { AuditEvent } from '../../audit/event'
import type { Transaction } from '../../db/client'
import { members, providerLogouts, sessions } from '../../db/schema/members'
import { DebriefError } from '../../errors'
import { log } from '../../log'
import { changeRights } from '../../members/change-rights'
import { standing } from '../../invitations/standing'
import { isLastAdmin } from '../../members/lock-member'
import { startSession, type SessionOrigin } from '../session'
import { isOfProviderAlone } from '../proof'
import { system } from '../system'
import { admit, type Admitted } from './admit'
import { grantOf } from './grant'
import type { Identity } from './identity'
import { lockKnown } from './lock-known'
import { lockIdentity } from './locks'
import { requireSettings, type OidcSettings } from './settings'

/** `askedAt` is when the provider was asked who it is, by `databaseTime`. */
type Origin = SessionOrigin & { askedAt?: string | null }

/**
 * The new session's id, of a member who is found, linked or made. Their role and what they see are what their groups give, anew
 * each time, where groups say anything: another role ends their other sessions. Throws what `admit` does, and `sso_ended` where
 * the provider has signed them out meanwhile.
 */
export async function signInByOidc(identity: Identity, { askedAt = null, ...from }: Origin): Promise<string> {
  const settings = requireSettings()
  return change(system(), async (tx) => {
    await lockIdentity(tx, identity)
    const member = await admit(tx, identity, settings)
    const granted = await applyGrant(tx, member, identity, settings)
    if (await hasSignedOut(tx, identity, askedAt)) throw new DebriefError('sso_ended')
    const { issuer, subject, sid } = identity
    const started = await startSession(member.id, { kind: 'oidc', issuer, subject, sid }, { from, on: tx })
    if (!started) throw new DebriefError('sso_disabled')
    const ended = await endOtherWays(tx, member.id)
    const payload = { sessionId: started, by: 'oidc' as const }
    return {
      told: [...member.told, ...granted, ...ended, { code: 'sign_in.succeeded', about: member.id, payload }],
      value: started,
    }
  })
}

/** What changed. What groups leave open is what it is without them, whatever they said before. Whoever is there to break the glass keeps their role, and so does the last admin. */
async function applyGrant(
  tx: Transaction,
  { id, isNew, breakGlass }: Admitted,
  { groups }: Identity,
  { roles }: OidcSettings,
): Promise<AuditEvent[]> {
  if (!roles || isNew || breakGlass) return []
  const { role, scope } = grantOf(groups, roles)
  const before = await lockKnown(tx, id)
  if (role !== 'admin' && (await isLastAdmin(tx, before))) {
    log.warn({ memberId: id }, 'the groups of the last admin would take their role: they keep it')
    return []
  }
  // What has gone from Ribbon since is left out without a word.
  const own = await standing(tx, before.own)
  const shown = scope ?? (before.isOfGroup ? own : null)
  const given = shown === null ? {} : { scope: shown, ...(scope !== null && { scopeWithoutGroups: own }) }
  return changeRights(tx, { ...before, own }, { role, ...given })
}

/** Whom the provider alone lets in goes on in no session that it did not begin, and could not end. */
async function endOtherWays(tx: Transaction, memberId: string): Promise<AuditEvent[]> {
  const isAlone = exists(
    tx
      .select()
      .from(members)
      .where(and(eq(members.id, memberId), isOfProviderAlone())),
  )
  const { rowCount } = await tx
    .delete(sessions)
    .where(and(eq(sessions.memberId, memberId), isNull(sessions.providerSid), isAlone))
  return rowCount ? [{ code: 'member.sessions_ended', about: memberId, payload: {} }] : []
}

/**
 * Of this session at the provider, whenever; or, where either of the two names none, since it said who they are. Both are told in whole
 * seconds: within one it has been after that unless we knew of it when we asked.
 */
async function hasSignedOut(tx: Transaction, identity: Identity, askedAt: string | null): Promise<boolean> {
  const { issuer, subject, sid } = identity
  const { issuedAt, receivedAt } = providerLogouts
  const saidAt = sql`to_timestamp(${identity.issuedAt})`
  const isUnknown = askedAt === null ? sql`true` : gte(receivedAt, sql`${askedAt}::timestamptz`)
  const isSince = or(gt(issuedAt, saidAt), and(eq(issuedAt, saidAt), isUnknown))
  const ofSubject = and(eq(providerLogouts.subject, subject), isSince)
  const ofAll = and(ofSubject, isNull(providerLogouts.sid))
  const isTheirs = sid === null ? ofSubject : or(eq(providerLogouts.sid, sid), ofAll)
  return (await tx.$count(providerLogouts, and(eq(providerLogouts.issuer, issuer), isTheirs))) > 0
}
