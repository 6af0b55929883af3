import 'server-only'
import { and, eq, gt, isNull, or, sql } from 'drizzle-orm'
import { change } from '../../audit/change'
import type { AuditEvent } from '../../audit/event'
import type { Transaction } from '../../db/client'
import { providerLogouts } from '../../db/schema/members'
import { DebriefError } from '../../errors'
import { log } from '../../log'
import { changeRights } from '../../members/change-rights'
import { lockMember } from '../../members/lock-member'
import { forgetExpiredSessions, startSession, type SessionOrigin } from '../session'
import { system } from '../system'
import { admit, type Admitted } from './admit'
import { grantOf } from './grant'
import type { Identity } from './identity'
import { lockIdentity } from './locks'
import { requireSettings, type OidcSettings } from './settings'

/**
 * The new session's id, of a member who is found, linked or made. Their role and what they see are what their groups give, anew
 * each time, where groups say anything: another role ends their other sessions. Throws what `admit` does, and `sso_ended` where
 * the provider has signed them out meanwhile.
 */
export async function signInByOidc(identity: Identity, from: SessionOrigin): Promise<string> {
  const settings = requireSettings()
  const sessionId = await change(system(), async (tx) => {
    await lockIdentity(tx, identity)
    const member = await admit(tx, identity, settings)
    const granted = await applyGrant(tx, member, identity, settings)
    if (await hasSignedOut(tx, identity)) throw new DebriefError('sso_ended')
    const { issuer, subject, sid } = identity
    const started = await startSession(member.id, { kind: 'oidc', issuer, subject, sid }, { from, on: tx })
    if (!started) throw new DebriefError('sso_disabled')
    const payload = { sessionId: started, by: 'oidc' as const }
    return {
      told: [...member.told, ...granted, { code: 'sign_in.succeeded', about: member.id, payload }],
      value: started,
    }
  })
  await forgetExpiredSessions()
  return sessionId
}

/** What changed. Whoever is there to break the glass keeps their role, and so does the last admin. */
async function applyGrant(
  tx: Transaction,
  { id, isNew, breakGlass }: Admitted,
  { groups }: Identity,
  { roles }: OidcSettings,
): Promise<AuditEvent[]> {
  if (!roles || isNew || breakGlass) return []
  const { role, scope } = grantOf(groups, roles)
  const before = await lockMember(tx, system(), id)
  if (before.isLastAdmin && role !== 'admin') {
    log.warn({ memberId: id }, 'the groups of the last admin would take their role: they keep it')
    return []
  }
  return changeRights(tx, before, { role, ...(scope !== null && role !== 'admin' && { scope }) })
}

/** Within this session at the provider, or everywhere since it said who they are. */
async function hasSignedOut(tx: Transaction, { issuer, subject, sid, issuedAt }: Identity): Promise<boolean> {
  const ofSession = sid === null ? undefined : eq(providerLogouts.sid, sid)
  const ofSubject = and(
    isNull(providerLogouts.sid),
    eq(providerLogouts.subject, subject),
    gt(providerLogouts.issuedAt, sql`to_timestamp(${issuedAt})`),
  )
  const isTheirs = and(eq(providerLogouts.issuer, issuer), or(ofSession, ofSubject))
  return (await tx.$count(providerLogouts, isTheirs)) > 0
}
