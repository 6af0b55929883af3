// Whom a password alone does not let in.
import { eq } from 'drizzle-orm'
import { beforeEach, expect, test, vi } from 'vitest'
import { changePassword } from '../account/commands'
import { operator } from '../auth/operator'
import type { Role } from '../auth/permissions'
import { startSession } from '../auth/session'
import * as passwords from '../auth/sign-in/password'
import { signIn } from '../auth/sign-in/sign-in'
import { askRoute } from '../auth/testing/ask-route'
import { findHolderBySession, findViewerBySession, type Viewer } from '../auth/viewer'
import { db } from '../db/client'
import { credentials, installations, sessions, signInAttempts } from '../db/schema/members'
import { givenMember, whoMay } from '../db/testing/fixtures'
import * as environment from '../env'
import { removePasskeysOf, setBreakGlass, setPasskeyRequirement } from '../members/ways-in/commands'
import type { PasskeyRequirement } from '../passkey-requirement'
import { addPasskey, removePasskey } from './commands'
import { findPasskeyRequirement } from './queries'
import { softwareAuthenticator } from './testing/authenticator'
import { begunAddition, FROM, givenPasskey, signInWith } from './testing/passkeys'

vi.mock('next/headers', async () => (await import('@/lib/auth/testing/ask-route')).askedHeaders)

const PASSWORD = 'vexed otter plays nine zithers'

beforeEach(async () => {
  vi.restoreAllMocks()
  await db().delete(signInAttempts)
  await db().delete(installations)
  vi.spyOn(passwords, 'hashNewPassword').mockImplementation(async ({ password }) => `hash of ${password}`)
  vi.spyOn(passwords, 'verifyPassword').mockImplementation(async (typed, hash) => hash === `hash of ${typed}`)
})

const given = (role: Role) => givenMember({ role }, `hash of ${PASSWORD}`)
const requireOf = (of: PasskeyRequirement) => setPasskeyRequirement(operator(), of)
async function byPassword(email: string): Promise<Viewer> {
  const { sessionId } = await signIn({ email, password: PASSWORD, ...FROM })
  const holder = await findHolderBySession(sessionId)
  if (!holder) throw new Error('nobody is signed in')
  return holder.viewer
}
const mayGoOn = async ({ sessionId }: { sessionId: string }) => (await findViewerBySession(sessionId)) !== null
const ask = async (as: Viewer, route: string) => {
  const response = await askRoute(route, { as, drawnFor: null, parameters: {}, body: undefined })
  return (await response.json()) as { code?: string }
}
async function addOne(viewer: Viewer) {
  const who = whoMay(viewer, 'passkey.add')
  const { options, challengeCookie } = await begunAddition(who)
  const authenticator = softwareAuthenticator()
  const attestation = authenticator.create(options)
  return { ...(await addPasskey(who, { name: 'Laptop', attestation, challengeCookie, from: FROM })), authenticator }
}

test.each([
  ['nobody', { admin: true, recruiter: true, reviewer: true }],
  ['admins', { admin: false, recruiter: true, reviewer: true }],
  ['everybody', { admin: false, recruiter: false, reviewer: false }],
] as const)(
  'where a passkey is required of %s, a password alone lets in whom it is not required of',
  async (of, lets) => {
    await requireOf(of)
    for (const role of ['admin', 'recruiter', 'reviewer'] as const)
      expect(await mayGoOn(await byPassword((await given(role)).email)), role).toBe(lets[role])
  },
)

test('under an address of numbers none is required, since nobody could add one; the way back is open', async () => {
  vi.spyOn(environment, 'env').mockReturnValue({ ...environment.env(), NEXTAUTH_URL: 'https://10.0.0.5' })
  for (const of of ['admins', 'everybody'] as const)
    await expect(requireOf(of)).rejects.toMatchObject({ code: 'passkeys_nowhere' })
  await expect(requireOf('nobody')).resolves.not.toThrow()
})

test('nor is one under such an address that was required under a name', async () => {
  const { email } = await given('reviewer')
  await addOne(await byPassword(email))
  await requireOf('everybody')
  await expect(byPassword(email)).rejects.toMatchObject({ code: 'password_not_enough' })
  vi.spyOn(environment, 'env').mockReturnValue({ ...environment.env(), NEXTAUTH_URL: 'https://10.0.0.5' })
  expect(await mayGoOn(await byPassword(email))).toBe(true)
})

test('it holds from the next request on, for sessions that have begun already', async () => {
  const { email } = await given('reviewer')
  const viewer = await byPassword(email)
  expect(await ask(viewer, 'GET /api/account/sessions')).not.toHaveProperty('code')
  await requireOf('everybody')
  expect(await ask(viewer, 'GET /api/account/sessions')).toMatchObject({ code: 'passkey_missing' })
  expect(await ask(viewer, 'GET /api/interviews')).toMatchObject({ code: 'passkey_missing' })
  await requireOf('nobody')
  expect(await ask(viewer, 'GET /api/account/sessions')).not.toHaveProperty('code')
})

test('who has none may add one and nothing else, and goes on with another session', async () => {
  await requireOf('everybody')
  const viewer = await byPassword((await given('reviewer')).email)
  const { sessionId, authenticator } = await addOne(viewer)
  expect(await mayGoOn({ sessionId: sessionId ?? '' })).toBe(true)
  await expect(findHolderBySession(viewer.sessionId), 'the former one has ended').resolves.toBeNull()
  expect(await mayGoOn({ sessionId: await signInWith(authenticator) })).toBe(true)
})

test('who has one does not get in with the password, nor does a session that it began', async () => {
  const { email } = await given('reviewer')
  const [viewer, elsewhere] = [await byPassword(email), await byPassword(email)]
  const { sessionId } = await addOne(viewer)
  expect(sessionId, 'nothing is required yet').toBeNull()
  await requireOf('everybody')
  await expect(findHolderBySession(elsewhere.sessionId)).resolves.toBeNull()
  await expect(byPassword(email)).rejects.toMatchObject({ code: 'password_not_enough' })
  await expect(signIn({ email, password: 'wrong', ...FROM })).rejects.toMatchObject({ code: 'sign_in_failed' })
})

test('no session of a password starts once a passkey is required and there', async () => {
  const { id } = await given('reviewer')
  const holder = await findHolderBySession((await startSession(id, proof())) ?? '')
  if (!holder) throw new Error('nobody is signed in')
  await addOne(holder.viewer)
  await requireOf('everybody')
  await expect(startSession(id, proof())).resolves.toBeNull()
})
const proof = () => ({ kind: 'password' as const, hash: `hash of ${PASSWORD}` })

test('the company’s provider asks for what it wants: a session that it began goes on, and the password beside it does not do', async () => {
  await requireOf('everybody')
  const { id, email } = await given('reviewer')
  const oidc = { kind: 'oidc' as const, issuer: 'https://login.example', subject: id }
  await db()
    .insert(credentials)
    .values({ memberId: id, ...oidc })
  const provider = { OIDC_ISSUER: 'https://login.example', OIDC_ALLOWED_DOMAINS: ['example.com'] }
  const set = vi.spyOn(environment, 'env').mockReturnValue({ ...environment.env(), ...provider })
  const sessionId = (await startSession(id, { ...oidc, sid: null })) ?? ''
  expect(await mayGoOn({ sessionId })).toBe(true)
  await expect(byPassword(email)).rejects.toMatchObject({ code: 'password_not_enough' })
  set.mockRestore()
  expect(await mayGoOn(await byPassword(email)), 'without a provider they add a passkey').toBe(false)
})

test('who is there to break the glass comes in with a password, whatever is required', async () => {
  await requireOf('everybody')
  const { email } = await given('admin')
  expect(await mayGoOn(await byPassword(email))).toBe(false)
  await setBreakGlass(operator(), { email, on: true })
  expect(await mayGoOn(await byPassword(email))).toBe(true)
  const off = { ...environment.env(), PASSWORD_SIGN_IN: 'off' as const }
  vi.spyOn(environment, 'env').mockReturnValue(off)
  expect(await mayGoOn(await byPassword(email))).toBe(true)
})

test('an admin does not lock themselves out: whoever requires a passkey has come in with one', async () => {
  const { email } = await given('admin')
  const admin = whoMay(await byPassword(email), 'member.manage')
  const { authenticator } = await addOne(admin)
  for (const of of ['admins', 'everybody'] as const)
    await expect(setPasskeyRequirement(admin, of)).rejects.toMatchObject({ code: 'own_passkey_first' })
  await expect(findPasskeyRequirement(admin)).resolves.toBe('nobody')

  const again = await findViewerBySession(await signInWith(authenticator))
  if (!again) throw new Error('nobody is signed in')
  await setPasskeyRequirement(whoMay(again, 'member.manage'), 'admins')
  await expect(findPasskeyRequirement(admin)).resolves.toBe('admins')
  expect(await mayGoOn(again)).toBe(true)
})

const required = async () => (await db().select().from(installations))[0]?.passkeysRequiredOf

test('what a colleague requires meanwhile is not weakened by who did not know it', async () => {
  await requireOf('everybody')
  const late = setPasskeyRequirement(operator(), 'admins', 'nobody')
  await expect(late).rejects.toMatchObject({ code: 'requirement_changed' })
  expect(await required()).toBe('everybody')
  await setPasskeyRequirement(operator(), 'everybody', 'nobody')
  await setPasskeyRequirement(operator(), 'admins', 'everybody')
  expect(await required()).toBe('admins')
})

test('the last passkey of whom one is required stays, whatever their password', async () => {
  const { email } = await given('reviewer')
  const { id, authenticator } = await addOne(await byPassword(email))
  await requireOf('everybody')
  const viewer = await findViewerBySession(await signInWith(authenticator))
  if (!viewer) throw new Error('nobody is signed in')
  const removing = () => removePasskey(whoMay(viewer, 'account.manage'), id)
  await expect(removing()).rejects.toMatchObject({ code: 'last_way_in' })
  await givenPasskey(viewer)
  await expect(removing()).resolves.toMatchObject({ endedThisOne: true })
})

test('a new password leaves a session what it was begun with', async () => {
  const { email } = await given('reviewer')
  const { id, authenticator } = await addOne(await byPassword(email))
  await requireOf('everybody')
  const viewer = await findViewerBySession(await signInWith(authenticator))
  if (!viewer) throw new Error('nobody is signed in')
  const changing = { current: PASSWORD, password: 'nine zithers vex every otter', from: FROM, deviceCookie: undefined }
  const { sessionId } = await changePassword(whoMay(viewer, 'account.manage'), changing)
  expect(await mayGoOn({ sessionId })).toBe(true)
  const [kept] = await db().select().from(sessions).where(eq(sessions.id, sessionId))
  expect(kept).toMatchObject({ begunWith: id })
})

test('who has lost theirs is let in again by an admin or a shell, signed out until then', async () => {
  await requireOf('everybody')
  const { id, email } = await given('recruiter')
  const { authenticator } = await addOne(await byPassword(email))
  const sessionId = await signInWith(authenticator)
  await removePasskeysOf(operator(), id)
  expect(await mayGoOn({ sessionId })).toBe(false)
  await expect(signInWith(authenticator)).rejects.toMatchObject({ code: 'passkey_unknown' })
  await expect(addOne(await byPassword(email))).resolves.toBeDefined()

  const admin = await given('admin')
  const made = await addOne(await byPassword(admin.email))
  const here = await findViewerBySession(made.sessionId ?? '')
  if (!here) throw new Error('nobody is signed in')
  const removing = removePasskeysOf(whoMay(here, 'member.manage'), admin.id)
  await expect(removing).rejects.toMatchObject({ code: 'own_rights' })
  await removePasskeysOf(whoMay(here, 'member.manage'), id)
})

test('whose passkeys are taken away is signed out wherever they are, whatever they came in by', async () => {
  const { id, email } = await given('recruiter')
  const here = await byPassword(email)
  await addOne(here)
  const elsewhere = await byPassword(email)
  await removePasskeysOf(operator(), id)
  for (const session of [here, elsewhere]) expect(await mayGoOn(session)).toBe(false)
})
