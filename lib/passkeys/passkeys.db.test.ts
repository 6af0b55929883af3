import { eq, sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { toldBy } from '../audit/testing/told'
import * as passwords from '../auth/sign-in/password'
import { findViewerBySession, type May, type Viewer } from '../auth/viewer'
import { db } from '../db/client'
import { credentials, members, sessions, signInAttempts } from '../db/schema/members'
import { givenViewer, whoMay } from '../db/testing/fixtures'
import * as environment from '../env'
import { addPasskey, beginPasskey, removePasskey, renamePasskey } from './commands'
import { MOST_PASSKEYS } from './passkey'
import { listPasskeys } from './queries'
import { softwareAuthenticator, type SoftwareAuthenticator } from './testing/authenticator'
import { begunAddition, begunSignIn, FROM, givenPasskey, signInWith } from './testing/passkeys'

const PASSWORD = 'vexed otter plays nine zithers'

let viewer: May<'account.manage'>
beforeEach(async () => {
  await db().delete(signInAttempts)
  vi.spyOn(passwords, 'verifyPassword').mockImplementation(async (typed, hash) => hash === `hash of ${typed}`)
  viewer = whoMay(await givenViewer(), 'account.manage')
})
afterEach(() => {
  vi.restoreAllMocks()
})

function givenEnvironment(over: Partial<environment.Environment>) {
  return vi.spyOn(environment, 'env').mockReturnValue({ ...environment.env(), ...over })
}
const givenPassword = ({ memberId }: Viewer) =>
  db()
    .insert(credentials)
    .values({ memberId, kind: 'password', passwordHash: `hash of ${PASSWORD}` })
const signedInAgo = ({ sessionId }: Viewer, ago: string) =>
  db()
    .update(sessions)
    .set({ createdAt: sql`now() - ${ago}::interval` })
    .where(eq(sessions.id, sessionId))

test('a passkey that is added has a name, and lets its member in by itself', async () => {
  await givenPassword(viewer)
  const { authenticator } = await givenPasskey(viewer)
  const made = { name: 'Laptop', createdAt: expect.any(String), lastUsedAt: null, isThisOne: false }
  await expect(listPasskeys(viewer)).resolves.toMatchObject([made])

  const signedIn = await findViewerBySession(await signInWith(authenticator))
  expect(signedIn).toMatchObject({ memberId: viewer.memberId, email: viewer.email })
  if (!signedIn) return
  const after = await listPasskeys(whoMay(signedIn, 'account.manage'))
  expect(after).toMatchObject([{ lastUsedAt: expect.any(String), isThisOne: true }])
})

test('a browser is asked for one that verifies who uses it and says whose it is, and not for those that are there', async () => {
  const { authenticator } = await givenPasskey(viewer)
  const { options } = await begunAddition(viewer)
  expect(options).toMatchObject({
    rp: { id: 'localhost' },
    user: { name: viewer.email },
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    excludeCredentials: [{ id: authenticator.id }],
    attestation: 'none',
  })
})

test('whoever signed in a while ago types their password first', async () => {
  await givenPassword(viewer)
  await signedInAgo(viewer, '9 minutes 50 seconds')
  await expect(begunAddition(viewer)).resolves.toBeDefined()
  await signedInAgo(viewer, '10 minutes 1 second')
  // Elsewhere they have just signed in.
  await db()
    .insert(sessions)
    .values({ memberId: viewer.memberId, expiresAt: sql`now() + interval '1 hour'` })
  await expect(begunAddition(viewer)).rejects.toMatchObject({ code: 'password_needed' })
  const guess = () => expect(begunAddition(viewer, 'wrong')).rejects.toMatchObject({ code: 'password_wrong' })
  for (let count = 0; count < 10; count++)
    expect(await toldBy(guess)).toMatchObject([{ code: 'member.password_mistaken', about: viewer.memberId }])
  await expect(begunAddition(viewer, PASSWORD)).rejects.toMatchObject({ code: 'too_many_attempts' })
  await db().delete(signInAttempts)
  await expect(begunAddition(viewer, PASSWORD)).resolves.toBeDefined()
})

test('to whom no password lets in, only a sign-in of just now counts', async () => {
  await givenPasskey(viewer)
  await signedInAgo(viewer, '11 minutes')
  await expect(begunAddition(viewer, PASSWORD)).rejects.toMatchObject({ code: 'sign_in_too_old' })
  await givenPassword(viewer)
  givenEnvironment({ PASSWORD_SIGN_IN: 'off' })
  await expect(begunAddition(viewer, PASSWORD)).rejects.toMatchObject({ code: 'sign_in_too_old' })
})

type Create = Parameters<SoftwareAuthenticator['create']>[1]
const LIES: Record<string, Create> = {
  'another origin': { origin: 'https://debrief.example' },
  'another port': { origin: 'http://localhost:3001' },
  'another relying party': { rpId: 'debrief.example' },
  'what signs somebody in': { type: 'webauthn.get' },
  'nobody there': { isPresent: false },
  'nobody verified': { isVerified: false },
  'a key of another kind than was asked for': { algorithm: -36 },
}

test.each(Object.entries(LIES))('an authenticator that answers with %s adds nothing', async (_, lie) => {
  const { options, challengeCookie } = await begunAddition(viewer)
  const attestation = softwareAuthenticator().create(options, lie)
  const adding = addPasskey(viewer, { name: 'Laptop', attestation, challengeCookie, from: FROM })
  await expect(adding).rejects.toMatchObject({ code: 'passkey_refused' })
  await expect(listPasskeys(viewer)).resolves.toEqual([])
})

test('what is no answer of an authenticator is refused, however it is nested', async () => {
  const { options, challengeCookie } = await begunAddition(viewer)
  const honest = softwareAuthenticator().create(options)
  for (const object of [Buffer.alloc(12_000, 0x81), Buffer.from([0xbf]), Buffer.alloc(0), Buffer.from('{}')]) {
    const response = { ...honest.response, attestationObject: object.toString('base64url') }
    const adding = addPasskey(viewer, { name: 'x', attestation: { ...honest, response }, challengeCookie, from: FROM })
    await expect(adding).rejects.toMatchObject({ code: 'passkey_refused' })
  }
})

test('what comes with certificates is refused before anybody looks at where they lead', async () => {
  const { options, challengeCookie } = await begunAddition(viewer)
  const { response, ...rest } = softwareAuthenticator().create(options)
  const plain = Buffer.from(response.attestationObject, 'base64url').toString('latin1')
  const attestationObject = Buffer.from(plain.replace('dnone', 'kandroid-key'), 'latin1').toString('base64url')
  const attestation = { ...rest, response: { ...response, attestationObject } }
  const adding = addPasskey(viewer, { name: 'Laptop', attestation, challengeCookie, from: FROM })
  const refused: unknown = await adding.catch((error: unknown) => error)
  expect(refused).toMatchObject({ code: 'passkey_refused' })
  // Where it is the library that refuses, it says why.
  expect((refused as Error).cause).toBeUndefined()
})

test('an addition is begun in this session, and adds once', async () => {
  const authenticator = softwareAuthenticator()
  const begun = await begunAddition(viewer)
  const attestation = authenticator.create(begun.options)
  const add = (challengeCookie: string | undefined, who = viewer) =>
    addPasskey(who, { name: 'Laptop', attestation, challengeCookie, from: FROM })
  const other = whoMay(await givenViewer(), 'account.manage')
  await expect(add(begun.challengeCookie, other)).rejects.toMatchObject({ code: 'passkey_expired' })
  await expect(add((await begunSignIn()).challengeCookie)).rejects.toMatchObject({ code: 'passkey_expired' })
  await expect(add(undefined)).rejects.toMatchObject({ code: 'passkey_expired' })
  const overtaking = await begunAddition(viewer)
  await expect(add(overtaking.challengeCookie), 'in another tab').rejects.toMatchObject({ code: 'passkey_expired' })
  await add(begun.challengeCookie)
  await expect(add(begun.challengeCookie)).rejects.toMatchObject({ code: 'passkey_expired' })

  const again = await begunAddition(viewer)
  const same = authenticator.create(again.options)
  const adding = addPasskey(viewer, { ...again, name: 'x', attestation: same, from: FROM })
  await expect(adding).rejects.toMatchObject({ code: 'passkey_known' })
  await expect(listPasskeys(viewer)).resolves.toHaveLength(1)
})

test('a session that was ended meanwhile adds nothing', async () => {
  const { options, challengeCookie } = await begunAddition(viewer)
  await db().delete(sessions).where(eq(sessions.id, viewer.sessionId))
  const attestation = softwareAuthenticator().create(options)
  const adding = addPasskey(viewer, { name: 'Laptop', attestation, challengeCookie, from: FROM })
  await expect(adding).rejects.toMatchObject({ code: 'not_signed_in' })
  await expect(db().$count(credentials, eq(credentials.memberId, viewer.memberId))).resolves.toBe(0)
})

test('a member has twenty of them and no more', async () => {
  const { options, challengeCookie } = await begunAddition(viewer)
  const rows = Array.from({ length: MOST_PASSKEYS }, () => ({
    ...{ memberId: viewer.memberId, kind: 'passkey' as const, passkeyId: crypto.randomUUID() },
    ...{ publicKey: Buffer.from('a key'), signCount: 0, name: 'Laptop' },
  }))
  await db().insert(credentials).values(rows)
  const attestation = softwareAuthenticator().create(options)
  const adding = addPasskey(viewer, { name: 'Laptop', attestation, challengeCookie, from: FROM })
  await expect(adding).rejects.toMatchObject({ code: 'passkeys_too_many' })
  await expect(beginPasskey(viewer, { name: 'Laptop', ...FROM })).rejects.toMatchObject({ code: 'passkeys_too_many' })
})

test('a name that cannot be is refused before a device has made anything', async () => {
  for (const name of ['', ' ', 'ada@example.com', 'x'.repeat(81)])
    await expect(beginPasskey(viewer, { name, ...FROM })).rejects.toMatchObject({ code: 'name_invalid' })
})

test('its member gives a passkey another name, and nobody else does', async () => {
  const { id } = await givenPasskey(viewer)
  await renamePasskey(viewer, id, '  Old   laptop ')
  await expect(listPasskeys(viewer)).resolves.toMatchObject([{ name: 'Old laptop' }])
  await expect(toldBy(() => renamePasskey(viewer, id, 'Old laptop'))).resolves.toEqual([])
  await expect(renamePasskey(viewer, id, ' ')).rejects.toMatchObject({ code: 'name_invalid' })
  const other = whoMay(await givenViewer(), 'account.manage')
  await expect(renamePasskey(other, id, 'Mine')).rejects.toMatchObject({ code: 'passkey_not_found' })
  await expect(removePasskey(other, id)).rejects.toMatchObject({ code: 'passkey_not_found' })
  await expect(listPasskeys(other)).resolves.toEqual([])
})

test('with a passkey end the sessions that it began, and no others', async () => {
  await givenPassword(viewer)
  const [one, other] = [await givenPasskey(viewer), await givenPasskey(viewer)]
  const [byOne, byOther] = [await signInWith(one.authenticator), await signInWith(other.authenticator)]
  await expect(removePasskey(viewer, one.id)).resolves.toEqual({ endedThisOne: false })
  await expect(findViewerBySession(byOne)).resolves.toBeNull()
  await expect(findViewerBySession(viewer.sessionId)).resolves.not.toBeNull()
  const there = await findViewerBySession(byOther)
  if (!there) throw new Error('the session of the other passkey has ended')
  await expect(signInWith(one.authenticator)).rejects.toMatchObject({ code: 'passkey_unknown' })
  await expect(removePasskey(whoMay(there, 'account.manage'), other.id)).resolves.toEqual({ endedThisOne: true })
})

test('under an address of numbers another passkey is no way in', async () => {
  const [one] = [await givenPasskey(viewer), await givenPasskey(viewer)]
  givenEnvironment({ NEXTAUTH_URL: 'https://10.0.0.5' })
  await expect(removePasskey(viewer, one.id)).rejects.toMatchObject({ code: 'last_way_in' })
  await givenPassword(viewer)
  await expect(removePasskey(viewer, one.id)).resolves.toBeDefined()
})

test('the last way in stays, also of two passkeys that are removed at once', async () => {
  const [one, other] = [await givenPasskey(viewer), await givenPasskey(viewer)]
  const outcomes = await Promise.allSettled([removePasskey(viewer, one.id), removePasskey(viewer, other.id)])
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const [left] = await listPasskeys(viewer)
  const removing = () => removePasskey(viewer, left?.id ?? '')
  await expect(removing()).rejects.toMatchObject({ code: 'last_way_in' })

  const oidc = { kind: 'oidc' as const, issuer: 'https://login.example', subject: viewer.memberId }
  await db()
    .insert(credentials)
    .values({ memberId: viewer.memberId, ...oidc })
  await expect(removing(), 'no provider is set up').rejects.toMatchObject({ code: 'last_way_in' })
  const provider = { OIDC_ISSUER: 'https://login.example', PASSWORD_SIGN_IN: 'off' as const }
  const former = givenEnvironment({ ...provider, OIDC_ALLOWED_DOMAINS: ['former.example'] })
  await expect(removing(), 'their domain is not allowed').rejects.toMatchObject({ code: 'last_way_in' })
  former.mockRestore()
  await givenPassword(viewer)
  const off = givenEnvironment({ PASSWORD_SIGN_IN: 'off' })
  await expect(removing(), 'passwords are off').rejects.toMatchObject({ code: 'last_way_in' })
  off.mockRestore()
  await expect(removing()).resolves.toBeDefined()
})

test('who is disabled adds nothing', async () => {
  const { options, challengeCookie } = await begunAddition(viewer)
  await db()
    .update(members)
    .set({ disabledAt: sql`now()` })
    .where(eq(members.id, viewer.memberId))
  const attestation = softwareAuthenticator().create(options)
  const adding = addPasskey(viewer, { name: 'Laptop', attestation, challengeCookie, from: FROM })
  await expect(adding).rejects.toMatchObject({ code: 'not_signed_in' })
})
