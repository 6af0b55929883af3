import { eq, sql } from 'drizzle-orm'
import { afterEach, expect, test, vi } from 'vitest'
import { db, type Transaction } from '../db/client'
import { credentials, members, sessions } from '../db/schema/members'
import { givenMember } from '../db/testing/fixtures'
import { untilItWaits } from '../db/testing/until-it-waits'
import * as environment from '../env'
import type { Proof } from './proof'
import { startSession } from './session'

afterEach(() => {
  vi.restoreAllMocks()
})

/** Two credentials of each kind, so that none is taken for another. */
const PROOFS: Proof[] = [
  { kind: 'password', hash: 'one hash' },
  { kind: 'password', hash: 'another hash' },
  { kind: 'oidc', issuer: 'https://one.example', subject: 'ada' },
  { kind: 'oidc', issuer: 'https://one.example', subject: 'ben' },
  { kind: 'oidc', issuer: 'https://another.example', subject: 'ada' },
  { kind: 'passkey', credentialId: 'one key' },
  { kind: 'passkey', credentialId: 'another key' },
]

const KEY = { publicKey: Buffer.from('a key'), signCount: 0, name: 'Laptop' }

function columnsOf(proof: Proof) {
  if (proof.kind === 'password') return { kind: proof.kind, passwordHash: proof.hash }
  if (proof.kind === 'passkey') return { kind: proof.kind, passkeyId: proof.credentialId, ...KEY }
  return proof
}

/** The provider is whose account it is. */
function givenProviderOf(proof: Proof) {
  const provider = proof.kind === 'oidc' ? { OIDC_ISSUER: proof.issuer, OIDC_ALLOWED_DOMAINS: ['example.com'] } : {}
  vi.spyOn(environment, 'env').mockReturnValue({ ...environment.env(), ...provider })
}

async function givenMemberWith(proof: Proof, member: Partial<typeof members.$inferInsert> = {}): Promise<string> {
  const { id } = await givenMember(member, 'none')
  await db().delete(credentials).where(eq(credentials.memberId, id))
  await db()
    .insert(credentials)
    .values({ memberId: id, ...columnsOf(proof) })
  return id
}

test.each(PROOFS)('a session starts from %o for whose credential it is, and for nobody else', async (proof) => {
  await db().delete(credentials)
  givenProviderOf(proof)
  const memberId = await givenMemberWith(proof)
  const { id: other } = await givenMember({}, 'hash of another member')

  for (const shown of PROOFS) {
    const session = await startSession(memberId, shown)
    expect(session, JSON.stringify(shown)).toEqual(shown === proof ? expect.any(String) : null)
  }
  await expect(startSession(other, proof)).resolves.toBeNull()
})

const TAKEN_AWAY: Record<string, (tx: Transaction, memberId: string) => Promise<unknown>> = {
  'the member has been disabled': (tx, id) =>
    tx
      .update(members)
      .set({ disabledAt: sql`now()` })
      .where(eq(members.id, id)),
  'the credential has been taken away': (tx, id) => tx.delete(credentials).where(eq(credentials.memberId, id)),
  'the credential is another': (tx, id) =>
    tx
      .update(credentials)
      .set({ ...NONE, ...KEY, kind: 'passkey', passkeyId: id })
      .where(eq(credentials.memberId, id)),
}
const NONE = { passwordHash: null, issuer: null, subject: null, passkeyId: null }

const cases = Object.keys(TAKEN_AWAY).flatMap((name) => PROOFS.map((proof) => ({ name, proof })))

test.each(cases)('no session starts from $proof once $name, or while that is under way', async ({ name, proof }) => {
  await db().delete(credentials)
  givenProviderOf(proof)
  const memberId = await givenMemberWith(proof)
  let started: Promise<string | null> | undefined
  await db().transaction(async (tx) => {
    await TAKEN_AWAY[name]?.(tx, memberId)
    started = startSession(memberId, proof)
    await untilItWaits(tx, started)
    await tx.delete(sessions).where(eq(sessions.memberId, memberId))
  })
  await expect(started).resolves.toBeNull()
  await expect(startSession(memberId, proof)).resolves.toBeNull()
  await expect(db().$count(sessions, eq(sessions.memberId, memberId))).resolves.toBe(0)
})

test('a member has one password, an issuer’s subject and a passkey one member', async () => {
  await db().delete(credentials)
  for (const proof of PROOFS.filter(({ kind }) => kind !== 'password')) {
    await givenMemberWith(proof)
    await expect(givenMemberWith(proof)).rejects.toThrow()
  }
  const { id } = await givenMember({}, 'none')
  await expect(db().insert(credentials).values({ memberId: id, kind: 'password', passwordHash: 'x' })).rejects.toThrow()
})
