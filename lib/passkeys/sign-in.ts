import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import { appendEvents } from '../audit/append'
import { change } from '../audit/change'
import { isOfProviderAlone } from '../auth/proof'
import { startSession, type SessionOrigin } from '../auth/session'
import { countFailure } from '../auth/sign-in/throttle'
import { system } from '../auth/system'
import { db, type Transaction } from '../db/client'
import { credentials, members } from '../db/schema/members'
import { DebriefError } from '../errors'
import { holdMember } from '../members/hold-member'
import { isPasskeyFailure, type PasskeyFailure } from '../passkey-failure'
import { signInOptions, verifyAssertion } from './ceremony'
import { challengeHeader, makeChallenge, openChallenge, spendChallenge } from './challenge'
import type { Assertion } from './passkey'

/** `challengeCookie` is what the browser's cookie says. */
type PasskeySignIn = { assertion: Assertion; challengeCookie: string | undefined; from: SessionOrigin }

/** What to ask the browser with, and the header that keeps what it is to sign. Nobody is named: the passkey says whose it is. */
export async function beginPasskeySignIn() {
  const challenge = makeChallenge()
  const options = await signInOptions(challenge)
  return { options, setChallenge: await challengeHeader(challenge, 'sign-in') }
}

/**
 * The new session's id. Throws `passkey_expired` where nothing was begun in this browser, something else since, or it was used up,
 * `passkey_unknown` where it is nobody's who may come in, `passkey_refused`, `provider_needed` to whom the provider alone lets in,
 * and `too_many_attempts` in the place of these to an address that has failed too often: nobody guesses a signature, so that
 * whatever others did there keeps nobody out who has one.
 */
export async function signInByPasskey(attempt: PasskeySignIn): Promise<string> {
  const found = await findPasskey(attempt.assertion.id)
  try {
    return await admitWith(found, attempt)
  } catch (error) {
    if (!(error instanceof DebriefError && isPasskeyFailure(error.code))) throw error
    if (!(await countFailure({ of: 'passkey', address: attempt.from.address })))
      throw new DebriefError('too_many_attempts')
    await tellFailed(error.code, found?.memberId ?? null)
    throw error
  }
}

async function tellFailed(reason: PasskeyFailure, about: string | null) {
  await appendEvents(db(), system(), [{ code: 'sign_in.failed', about, payload: { by: 'passkey', reason } }])
}

type Found = NonNullable<Awaited<ReturnType<typeof findPasskey>>>

/** What costs little comes first: of what nobody began, or nobody has, no signature is looked at. */
async function admitWith(
  found: Found | undefined,
  { assertion, challengeCookie, from }: PasskeySignIn,
): Promise<string> {
  const challenge = await openChallenge(challengeCookie, 'sign-in')
  if (!found) throw new DebriefError('passkey_unknown')
  const { memberId: about, passkeyId } = found
  const signCount = await verifyAssertion(assertion, { ...found, challenge })
  if (found.isOfProviderAlone) throw new DebriefError('provider_needed')
  return change(system(), async (tx) => {
    await spendChallenge(tx, challenge)
    await holdMember(tx, about)
    await noteSigning(tx, passkeyId, signCount)
    const sessionId = await startSession(about, { kind: 'passkey', credentialId: passkeyId }, { from, on: tx })
    if (sessionId === null) throw new DebriefError('passkey_unknown')
    return { told: { code: 'sign_in.succeeded', about, payload: { sessionId, by: 'passkey' } }, value: sessionId }
  })
}

/** Of two sign-ins at once with the same count the second is refused: a copy of the passkey may have made it. */
async function noteSigning(tx: Transaction, passkeyId: string, signCount: number) {
  const { signCount: before } = credentials
  const goesOn = sql`(${before} < ${signCount} OR ${before} = 0 AND ${signCount}::bigint = 0)`
  const { rowCount } = await tx
    .update(credentials)
    .set({ signCount, lastUsedAt: sql`now()` })
    .where(and(eq(credentials.passkeyId, passkeyId), goesOn))
  if (rowCount !== 1) throw new DebriefError('passkey_refused')
}

async function findPasskey(passkeyId: string) {
  const { memberId, publicKey, signCount } = credentials
  const [found] = await db()
    .select({ memberId, publicKey, signCount, isOfProviderAlone: isOfProviderAlone() })
    .from(credentials)
    .innerJoin(members, eq(members.id, memberId))
    .where(eq(credentials.passkeyId, passkeyId))
  if (!found?.publicKey || found.signCount === null) return undefined
  return { passkeyId, ...found, publicKey: found.publicKey, signCount: found.signCount }
}
