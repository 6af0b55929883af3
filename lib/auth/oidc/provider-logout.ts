import 'server-only'
import { and, eq, inArray, isNotNull, lt, sql, type SQL } from 'drizzle-orm'
import { change } from '../../audit/change'
import { db, type Transaction } from '../../db/client'
import { credentials, providerLogouts, sessions } from '../../db/schema/members'
import { DebriefError } from '../../errors'
import { holdMember } from '../../members/hold-member'
import { NAMELESS } from '../session'
import { system } from '../system'
import { lockIdentity } from './locks'
import { readLogoutToken, type ProviderLogout } from './logout-token'

/** For longer than a token is taken, and than a sign-in may take. */
const KEPT_SECONDS = 3_600

/** Ends the sessions that a provider's token says are over. Throws what `readLogoutToken` does, also for a token that was used. */
export async function logOutByProvider(token: string): Promise<void> {
  await endProviderSessions(await readLogoutToken(token))
}

/** Throws `logout_token_invalid` where that was done already. */
export async function endProviderSessions(logout: ProviderLogout): Promise<void> {
  await change(system(), async (tx) => {
    await lockIdentity(tx, logout)
    await spend(tx, logout)
    const ended = await endThose(tx, logout)
    const told = ended.map(({ id, memberId }) => ({
      ...{ code: 'signed_out_by_provider' as const, about: memberId, payload: { sessionId: id } },
    }))
    return { told, value: undefined }
  })
}

async function spend(tx: Transaction, { issuedAt, ...logout }: ProviderLogout) {
  const stored = await tx
    .insert(providerLogouts)
    .values({ ...logout, issuedAt: sql`to_timestamp(${issuedAt})` })
    .onConflictDoNothing()
    .returning({ jti: providerLogouts.jti })
  if (stored.length === 0) throw new DebriefError('logout_token_invalid', { detail: 'it was used already' })
}

/** Of those that the provider began, the one that is named, or all where none is; one whose name it never told ends with any. */
async function endThose(tx: Transaction, logout: ProviderLogout) {
  const areThose = thoseOf(tx, logout)
  const concerned = await tx.selectDistinct({ id: sessions.memberId }).from(sessions).where(areThose)
  // Who chooses another password at this moment has another session in its place, which is there once they are held.
  for (const { id } of concerned.toSorted((a, b) => (a.id < b.id ? -1 : 1))) await holdMember(tx, id)
  return tx.delete(sessions).where(areThose).returning({ id: sessions.id, memberId: sessions.memberId })
}

function thoseOf(tx: Transaction, { issuer, subject, sid }: ProviderLogout): SQL | undefined {
  const isSubject = subject === null ? undefined : eq(credentials.subject, subject)
  const theirs = tx
    .select({ id: credentials.memberId })
    .from(credentials)
    .where(and(eq(credentials.issuer, issuer), isSubject))
  const named = [sid, subject === null ? null : NAMELESS].filter((name) => name !== null)
  const isThat = sid === null ? isNotNull(sessions.providerSid) : inArray(sessions.providerSid, named)
  return and(isThat, inArray(sessions.memberId, theirs))
}

/** Those by which no sign-in that is under way can be too late, and no token can come again. */
export async function forgetOldLogouts() {
  await db()
    .delete(providerLogouts)
    .where(lt(providerLogouts.receivedAt, sql`now() - make_interval(secs => ${KEPT_SECONDS})`))
}
