import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import type { AuditEvent } from '../audit/event'
import { change } from '../audit/change'
import { lacksPasskey } from '../auth/passkey-rule'
import { endSession, isLive, startSession, type SessionOrigin } from '../auth/session'
import type { May, Viewer } from '../auth/viewer'
import { db, type Transaction } from '../db/client'
import { credentials, members } from '../db/schema/members'
import { DebriefError } from '../errors'
import { holdMember } from '../members/hold-member'
import { requireName } from '../members/member-name'
import { additionOptions, verifyAttestation } from './ceremony'
import { challengeHeader, makeChallenge, openChallenge, spendChallenge } from './challenge'
import { requireFreshProof } from './fresh-proof'
import { MOST_PASSKEYS, type Attestation } from './passkey'
import { requireWayIn } from './ways-left'

/** `current` is their password, as it was typed; the name is looked at before a device has made what it is for. */
type PasskeyRequest = { name: string; current?: string | undefined; address: string }

/**
 * What to ask the browser for a passkey with, and the header that keeps what it is to sign. Throws `name_invalid`, what
 * `requireFreshProof` does, and `passkeys_too_many`.
 */
export async function beginPasskey(viewer: May<'passkey.add'>, { name, ...proof }: PasskeyRequest) {
  requireName(name)
  await requireFreshProof(viewer, proof)
  const known = await db().select({ id: credentials.passkeyId }).from(credentials).where(arePasskeysOf(viewer))
  if (known.length >= MOST_PASSKEYS) throw new DebriefError('passkeys_too_many')
  const challenge = makeChallenge()
  const ids = known.map(({ id }) => id ?? '')
  const options = await additionOptions({ owner: viewer, known: ids, challenge })
  return { options, setChallenge: await challengeHeader(challenge, purposeOf(viewer)) }
}

type NewPasskey = {
  name: string
  attestation: Attestation
  challengeCookie: string | undefined
  from: SessionOrigin
}
/** `sessionId` is that of a session in the place of the one that asked, where a password alone did not do; else null. */
type AddedPasskey = { id: string; sessionId: string | null }

/**
 * Throws `name_invalid`, `passkey_expired` and `passkey_refused`, `passkey_known`, `passkeys_too_many`, and `not_signed_in` where the
 * session has ended meanwhile.
 */
export async function addPasskey(
  viewer: May<'passkey.add'>,
  { name: typed, attestation, challengeCookie, from }: NewPasskey,
): Promise<AddedPasskey> {
  const name = requireName(typed)
  const challenge = await openChallenge(challengeCookie, purposeOf(viewer))
  const passkey = await verifyAttestation(attestation, challenge)
  return change(viewer, async (tx) => {
    await spendChallenge(tx, challenge)
    const { lacksOne } = await holdOwn(tx, viewer)
    const id = await insertPasskey(tx, viewer, { ...passkey, name })
    const sessionId = lacksOne ? await goOnWith(tx, viewer, { passkeyId: passkey.passkeyId, from }) : null
    return { told: toldOfAdded(viewer, { id, sessionId }), value: { id, sessionId } }
  })
}

/** Throws `name_invalid`, and `passkey_not_found` for one of another member too. */
export async function renamePasskey(viewer: May<'account.manage'>, id: string, typed: string): Promise<void> {
  const name = requireName(typed)
  await change(viewer, async (tx) => {
    const isIt = isPasskeyOf(viewer, id)
    const [before] = await tx.select({ name: credentials.name }).from(credentials).where(isIt).for('update')
    if (!before) throw new DebriefError('passkey_not_found')
    if (before.name === name) return { told: [], value: undefined }
    await tx.update(credentials).set({ name }).where(isIt)
    const payload = { credentialId: id }
    return { told: { code: 'passkey.renamed', about: viewer.memberId, payload }, value: undefined }
  })
}

/**
 * Ends the sessions that it began, of which the one that asks may be one. Throws `passkey_not_found`, and `last_way_in` where nothing
 * else would let them in.
 */
export async function removePasskey(viewer: May<'account.manage'>, id: string): Promise<{ endedThisOne: boolean }> {
  return change(viewer, async (tx) => {
    const { begunWith } = await holdOwn(tx, viewer)
    const { rowCount } = await tx.delete(credentials).where(isPasskeyOf(viewer, id))
    if (rowCount !== 1) throw new DebriefError('passkey_not_found')
    await requireWayIn(tx, viewer.memberId)
    const told: AuditEvent = { code: 'passkey.removed', about: viewer.memberId, payload: { credentialId: id } }
    return { told, value: { endedThisOne: begunWith === id } }
  })
}

/**
 * Of this member's passkeys one comes or goes at a time, while they may act at all and the session goes on. Throws `not_signed_in`, also
 * where whoever held them meanwhile has ended it: only a statement after the wait sees that.
 */
async function holdOwn(tx: Transaction, { memberId, sessionId }: Viewer) {
  await holdMember(tx, memberId)
  const { rows } = await tx.execute(sql`
    SELECT s.begun_with AS "begunWith", ${lacksPasskey()} AS "lacksOne"
    FROM sessions s JOIN ${members} ON ${members.id} = s.member_id
    WHERE s.id = ${sessionId} AND ${isLive} AND ${members.id} = ${memberId} AND ${members.disabledAt} IS NULL FOR SHARE OF s`)
  if (!rows[0]) throw new DebriefError('not_signed_in')
  return { begunWith: rows[0].begunWith, lacksOne: rows[0].lacksOne === true }
}

type StoredPasskey = { passkeyId: string; publicKey: Buffer; signCount: number; name: string }

async function insertPasskey(tx: Transaction, viewer: Viewer, passkey: StoredPasskey): Promise<string> {
  if ((await tx.$count(credentials, arePasskeysOf(viewer))) >= MOST_PASSKEYS)
    throw new DebriefError('passkeys_too_many')
  const [inserted] = await tx
    .insert(credentials)
    .values({ memberId: viewer.memberId, kind: 'passkey', ...passkey })
    .onConflictDoNothing()
    .returning({ id: credentials.id })
  if (!inserted) throw new DebriefError('passkey_known')
  return inserted.id
}

/** They have just shown the passkey, so that what a password began goes on as begun with it. */
async function goOnWith(
  tx: Transaction,
  { memberId, sessionId }: Viewer,
  { passkeyId, from }: { passkeyId: string; from: SessionOrigin },
): Promise<string> {
  const started = await startSession(memberId, { kind: 'passkey', credentialId: passkeyId }, { from, on: tx })
  if (started === null) throw new DebriefError('not_signed_in')
  if (!(await endSession(sessionId, tx))) throw new DebriefError('not_signed_in')
  return started
}

function toldOfAdded({ memberId: about }: Viewer, { id, sessionId }: AddedPasskey): AuditEvent[] {
  const added: AuditEvent = { code: 'passkey.added', about, payload: { credentialId: id } }
  if (sessionId === null) return [added]
  return [added, { code: 'sign_in.succeeded', about, payload: { sessionId, by: 'passkey' } }]
}

function purposeOf({ sessionId }: Viewer) {
  return `add to ${sessionId}` as const
}

function arePasskeysOf({ memberId }: Viewer) {
  return and(eq(credentials.memberId, memberId), eq(credentials.kind, 'passkey'))
}

function isPasskeyOf(viewer: Viewer, id: string) {
  return and(arePasskeysOf(viewer), eq(credentials.id, id))
}
