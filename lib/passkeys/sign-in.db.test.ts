import { desc, eq } from 'drizzle-orm'
import { beforeEach, expect, test, vi } from 'vitest'
import { findViewerBySession, type Viewer } from '../auth/viewer'
import { operator } from '../auth/operator'
import { readSessionId, SESSION_COOKIE } from '../auth/session-cookie'
import { countAddressAttempt } from '../auth/sign-in/throttle'
import { askRoute } from '../auth/testing/ask-route'
import { db } from '../db/client'
import { auditEvents } from '../db/schema/audit'
import { credentials, sessions, signInAttempts } from '../db/schema/members'
import { givenViewer, whoMay } from '../db/testing/fixtures'
import { untilItWaits } from '../db/testing/until-it-waits'
import * as environment from '../env'
import { changeMember } from '../members/commands'
import { lockMember } from '../members/lock-member'
import { removeMember } from '../members/removal/commands'
import * as ceremony from './ceremony'
import { removePasskey } from './commands'
import { assertion, attestation } from './passkey'
import { signInByPasskey } from './sign-in'
import { softwareAuthenticator, type SoftwareAuthenticator } from './testing/authenticator'
import { begunAddition, begunSignIn, FROM, givenPasskey, signInWith } from './testing/passkeys'

vi.mock('next/headers', async () => (await import('@/lib/auth/testing/ask-route')).askedHeaders)

let viewer: Viewer
let authenticator: SoftwareAuthenticator
let passkeyId: string
beforeEach(async () => {
  vi.restoreAllMocks()
  await db().delete(signInAttempts)
  viewer = await givenViewer()
  const given = await givenPasskey(viewer)
  authenticator = given.authenticator
  passkeyId = given.id
})

const failuresTold = () => db().$count(auditEvents, eq(auditEvents.code, 'sign_in.failed'))
const sessionCount = () => db().$count(sessions, eq(sessions.memberId, viewer.memberId))
async function lastTold() {
  const { code, about, payload } = auditEvents
  const [told] = await db().select({ code, about, payload }).from(auditEvents).orderBy(desc(auditEvents.seq)).limit(1)
  return told
}

test('a browser is asked for any passkey of this address, which verifies who uses it', async () => {
  const { options } = await begunSignIn()
  expect(options).toMatchObject({ rpId: 'localhost', userVerification: 'required' })
  expect(options.allowCredentials).toBeUndefined()
})

test('a passkey alone signs its member in, and the log says by what', async () => {
  const sessionId = await signInWith(authenticator)
  await expect(findViewerBySession(sessionId)).resolves.toMatchObject({ memberId: viewer.memberId })
  const told = { code: 'sign_in.succeeded', about: viewer.memberId, payload: { sessionId, by: 'passkey' } }
  await expect(lastTold()).resolves.toMatchObject(told)
})

type Lie = NonNullable<Parameters<SoftwareAuthenticator['get']>[1]>
const LIES: Record<string, Lie> = {
  'another origin': { origin: 'https://debrief.example' },
  'another port': { origin: 'http://localhost:3001' },
  'another relying party': { rpId: 'debrief.example' },
  'what was signed to add a passkey': { type: 'webauthn.create' },
  'nobody there': { isPresent: false },
  'nobody verified': { isVerified: false },
  'a count that goes back': { signCount: 0 },
  'another member': { userHandle: Buffer.from(crypto.randomUUID()).toString('base64url') },
  'a signature of something else': {
    tamper: ({ authData, signature }) => ({ authData, signature: flipped(signature, 9) }),
  },
  'other data than it signed': {
    tamper: ({ authData, signature }) => ({ authData: flipped(authData, 34), signature }),
  },
  'data that is cut off': { tamper: ({ authData, signature }) => ({ authData: authData.subarray(0, 36), signature }) },
}

function flipped(bytes: Buffer, at: number): Buffer {
  const other = Buffer.from(bytes)
  other[at] = (other[at] ?? 0) ^ 0x02
  return other
}

test.each(Object.entries(LIES))('an authenticator that answers with %s lets nobody in', async (_, lie) => {
  await signInWith(authenticator)
  const before = await sessionCount()
  await expect(signInWith(authenticator, lie)).rejects.toMatchObject({ code: 'passkey_refused' })
  expect(await sessionCount()).toBe(before)
  const payload = { by: 'passkey', reason: 'passkey_refused' }
  await expect(lastTold()).resolves.toEqual({ code: 'sign_in.failed', about: viewer.memberId, payload })
  await expect(signInWith(authenticator), 'the honest one still does').resolves.toBeDefined()
})

test('what was signed once signs in once, also of two that send it at the same time', async () => {
  const { options, challengeCookie } = await begunSignIn()
  const attempt = { assertion: authenticator.get(options), challengeCookie, from: FROM }
  const outcomes = await Promise.allSettled([signInByPasskey(attempt), signInByPasskey(attempt)])
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  await expect(signInByPasskey(attempt)).rejects.toMatchObject({ code: expect.stringMatching(/^passkey_/) })

  const uncounted = await givenPasskey(viewer, softwareAuthenticator({ counts: false }))
  const again = await begunSignIn()
  const replayed = { ...again, assertion: uncounted.authenticator.get(again.options), from: FROM }
  await signInByPasskey(replayed)
  await expect(signInByPasskey(replayed), 'no count tells').rejects.toMatchObject({ code: 'passkey_expired' })
  await expect(signInWith(uncounted.authenticator)).resolves.toBeDefined()
})

test('what is to be signed is of this browser, of this purpose, and of the last five minutes', async () => {
  const { options, challengeCookie } = await begunSignIn()
  const addition = await begunAddition(whoMay(viewer, 'passkey.add'))
  const attempts: [Parameters<typeof authenticator.get>[0], string | undefined][] = [
    [options, undefined],
    [options, 'forged'],
    [addition.options, addition.challengeCookie],
  ]
  for (const [asked, cookie] of attempts) {
    const attempt = { assertion: authenticator.get(asked), challengeCookie: cookie, from: FROM }
    await expect(signInByPasskey(attempt)).rejects.toMatchObject({ code: 'passkey_expired' })
  }
  vi.useFakeTimers({ now: Date.now() + 5 * 60_000 + 20_000, toFake: ['Date'] })
  const late = { assertion: authenticator.get(options), challengeCookie, from: FROM }
  await expect(signInByPasskey(late)).rejects.toMatchObject({ code: 'passkey_expired' })
  vi.useRealTimers()
})

test('what another tab has overtaken, or was signed of anything else, is expired before its signature is looked at', async () => {
  const { options } = await begunSignIn()
  const later = await begunSignIn()
  const assertion = authenticator.get(options)
  const overtaken = { assertion, challengeCookie: later.challengeCookie, from: FROM }
  await expect(signInByPasskey(overtaken)).rejects.toMatchObject({ code: 'passkey_expired' })
  const tampered = { challenge: 'A'.repeat(43), ...LIES['a signature of something else'] }
  await expect(signInWith(authenticator, tampered)).rejects.toMatchObject({ code: 'passkey_expired' })
  const payload = { by: 'passkey', reason: 'passkey_expired' }
  await expect(lastTold()).resolves.toEqual({ code: 'sign_in.failed', about: viewer.memberId, payload })
  const inLater = { ...later, assertion: authenticator.get(later.options), from: FROM }
  await expect(signInByPasskey(inLater), 'the later tab goes on').resolves.toBeDefined()
})

test('what was made with another secret is no challenge of ours', async () => {
  const { options, challengeCookie } = await begunSignIn()
  const { NEXTAUTH_SECRET, ...rest } = environment.env()
  vi.spyOn(environment, 'env').mockReturnValue({ ...rest, NEXTAUTH_SECRET: `${NEXTAUTH_SECRET}x` })
  const attempt = { assertion: authenticator.get(options), challengeCookie, from: FROM }
  await expect(signInByPasskey(attempt)).rejects.toMatchObject({ code: 'passkey_expired' })
})

test('a passkey that nobody has, or whose member is disabled or removed, lets nobody in', async () => {
  await expect(signInWith(softwareAuthenticator(), { userHandle: 'AAAA' })).rejects.toMatchObject({
    code: 'passkey_unknown',
  })
  await changeMember(operator(), viewer.memberId, { disabled: true })
  await expect(signInWith(authenticator)).rejects.toMatchObject({ code: 'passkey_unknown' })
  await changeMember(operator(), viewer.memberId, { disabled: false })
  const sessionId = await signInWith(authenticator)
  await removeMember(operator(), viewer.memberId)
  await expect(findViewerBySession(sessionId)).resolves.toBeNull()
  await expect(signInWith(authenticator)).rejects.toMatchObject({ code: 'passkey_unknown' })
  await expect(db().$count(credentials, eq(credentials.memberId, viewer.memberId))).resolves.toBe(0)
})

test('no sign-in under way outlives the passkey that is removed', async () => {
  await givenPasskey(viewer)
  const outcomes = await Promise.allSettled([
    signInWith(authenticator),
    removePasskey(whoMay(viewer, 'account.manage'), passkeyId),
  ])
  expect(outcomes[1].status).toBe('fulfilled')
  await expect(db().$count(sessions, eq(sessions.begunWith, passkeyId))).resolves.toBe(0)
})

test('a sign-in and whoever takes the passkey away meanwhile never wait for each other for ever', async () => {
  let signing: Promise<unknown> | undefined
  await db().transaction(async (tx) => {
    await lockMember(tx, operator(), viewer.memberId)
    signing = signInWith(authenticator).catch((error: unknown) => error)
    await untilItWaits(tx, signing)
    await tx.delete(credentials).where(eq(credentials.memberId, viewer.memberId))
  })
  await expect(signing).resolves.toMatchObject({ code: expect.stringMatching(/^passkey_(?:refused|unknown)$/) })
  expect(await sessionCount()).toBe(1)
})

test('where passwords are off, passkeys let in as before', async () => {
  vi.spyOn(environment, 'env').mockReturnValue({ ...environment.env(), PASSWORD_SIGN_IN: 'off' })
  await expect(signInWith(authenticator)).resolves.toBeDefined()
})

test('whoever fails at an address shuts nobody out there, and after fifty failures nothing more is told of them', async () => {
  const address = '198.51.100.7'
  const before = await failuresTold()
  const fail = () => signInWith(authenticator, { isVerified: false }, address)
  const codes = await Promise.all(
    Array.from({ length: 55 }, () => fail().catch((error: unknown) => (error as { code: string }).code)),
  )
  expect(codes.filter((code) => code === 'passkey_refused')).toHaveLength(50)
  for (const failing of [fail, () => signInWith(softwareAuthenticator(), { userHandle: 'AAAA' }, address)])
    await expect(failing()).rejects.toMatchObject({ code: 'too_many_attempts' })
  expect(await failuresTold()).toBe(before + 50)

  await expect(signInWith(authenticator, {}, address), 'who has the passkey').resolves.toBeDefined()
  await expect(fail(), 'which forgives nobody').rejects.toMatchObject({ code: 'too_many_attempts' })
  await expect(countAddressAttempt(address), 'who types a password').resolves.toBe(true)
  await expect(signInWith(authenticator, { isVerified: false })).rejects.toMatchObject({ code: 'passkey_refused' })
})

test('of what nobody began, or nobody has, no signature is looked at', async () => {
  const verify = vi.spyOn(ceremony, 'verifyAssertion')
  const { options } = await begunSignIn()
  const unbegun = { assertion: authenticator.get(options), challengeCookie: undefined, from: FROM }
  await expect(signInByPasskey(unbegun)).rejects.toMatchObject({ code: 'passkey_expired' })
  await expect(signInWith(softwareAuthenticator(), { userHandle: 'AAAA' })).rejects.toMatchObject({
    code: 'passkey_unknown',
  })
  expect(verify).not.toHaveBeenCalled()
})

test('a browser that signs in has another session from then on, and the challenge in a cookie that no script reads', async () => {
  const ask = (route: string, more: { body?: unknown; cookie?: string } = {}) =>
    askRoute(route, { as: viewer, drawnFor: null, parameters: {}, ...more })
  const begun = await ask('POST /api/sign-in/challenge')
  const setCookie = begun.headers.getSetCookie()[0] ?? ''
  expect(setCookie).toMatch(/^__Host-debrief\.passkey=[^;]+; Path=\/; Max-Age=300; HttpOnly; Secure; SameSite=Strict$/)
  const body = authenticator.get((await begun.json()) as { challenge: string })
  const cookie = setCookie.split(';')[0] ?? ''
  const signedIn = await ask('POST /api/sign-in/passkey', { body, cookie })
  expect(signedIn.status).toBe(200)

  const [forgotten = '', session = ''] = signedIn.headers.getSetCookie()
  expect(forgotten).toContain('__Host-debrief.passkey=; Path=/; Max-Age=0')
  const value = session.slice(SESSION_COOKIE.length + 1).split(';')[0] ?? ''
  const id = await readSessionId({ get: (name) => (name === SESSION_COOKIE ? { value } : undefined) })
  await expect(findViewerBySession(id ?? '')).resolves.toMatchObject({ memberId: viewer.memberId })
  await expect(findViewerBySession(viewer.sessionId), 'the former session has ended').resolves.toBeNull()
})

test('an answer that is longer than any authenticator’s is not read', async () => {
  const { options } = await begunSignIn()
  const honest = authenticator.get(options)
  expect(assertion.safeParse(honest).success).toBe(true)
  const long = 'A'.repeat(20_000)
  for (const field of ['clientDataJSON', 'authenticatorData', 'signature', 'userHandle'] as const)
    expect(assertion.safeParse({ ...honest, response: { ...honest.response, [field]: long } }).success).toBe(false)
  expect(assertion.safeParse({ ...honest, id: long }).success).toBe(false)
  const made = softwareAuthenticator().create({ ...options, user: { id: 'AAAA' } })
  expect(attestation.safeParse(made).success).toBe(true)
  const longer = { ...made, response: { ...made.response, attestationObject: long } }
  expect(attestation.safeParse(longer).success).toBe(false)

  const body = { ...honest, response: { ...honest.response, signature: 'A'.repeat(40_000) } }
  const response = await askRoute('POST /api/sign-in/passkey', { as: viewer, drawnFor: null, parameters: {}, body })
  expect(response.status).toBe(413)
})
