import { beforeEach, expect, test, vi } from 'vitest'
import { toldBy } from '../../audit/testing/told'
import { db } from '../../db/client'
import { credentials, signInAttempts } from '../../db/schema/members'
import { givenMember, whoMay } from '../../db/testing/fixtures'
import * as environment from '../../env'
import { setBreakGlass } from '../../members/ways-in/commands'
import type { GroupRole } from '../../oidc-variables'
import { begunAddition, FROM, givenPasskey, signInWith } from '../../passkeys/testing/passkeys'
import { operator } from '../operator'
import type { Role } from '../permissions'
import { startSession } from '../session'
import * as passwords from '../sign-in/password'
import { signIn } from '../sign-in/sign-in'
import { findViewerBySession } from '../viewer'
import { signInByOidc } from './sign-in'

const ISSUER = 'https://login.example.com'
const PASSWORD = 'vexed otter plays nine zithers'
const HASH = `hash of ${PASSWORD}`
const ROLES: GroupRole[] = [{ group: 'hiring', role: 'recruiter', teams: null }]
const NEEDED = { code: 'provider_needed' }

beforeEach(async () => {
  vi.restoreAllMocks()
  await db().delete(signInAttempts)
  vi.spyOn(passwords, 'verifyPassword').mockImplementation(async (typed, hash) => hash === `hash of ${typed}`)
})

function givenGroups(OIDC_ROLES: GroupRole[] | undefined, PASSWORD_SIGN_IN: 'on' | 'off' = 'off') {
  const single = { OIDC_ISSUER: ISSUER, OIDC_CLIENT_ID: 'debrief', OIDC_CLIENT_SECRET: 'x' }
  const env = { ...environment.env(), ...single, OIDC_ALLOWED_DOMAINS: ['example.com'] }
  vi.spyOn(environment, 'env').mockReturnValue({ ...env, OIDC_ROLES, PASSWORD_SIGN_IN })
}

const viewerIn = async (sessionId: string) => {
  const viewer = await findViewerBySession(sessionId)
  if (!viewer) throw new Error('nobody is signed in')
  return viewer
}

/** A member with a password and a passkey, from before there was a provider. */
async function given(role: Role = 'reviewer') {
  const { id, email } = await givenMember({ role, email: `${crypto.randomUUID()}@example.com` }, HASH)
  const viewer = await viewerIn((await startSession(id, { kind: 'password', hash: HASH })) ?? '')
  const { authenticator } = await givenPasskey(viewer)
  return { id, email, authenticator }
}
const comeIn = (email: string, groups = ['hiring']) =>
  signInByOidc(
    { issuer: ISSUER, subject: email, email, name: null, groups, sid: null, issuedAt: Date.now() / 1_000 },
    FROM,
  )
const byPassword = (email: string, password = PASSWORD) => signIn({ email, password, ...FROM })

test.each(['on', 'off'] as const)(
  'a session from before ends with the first one of the provider, where passwords are %s',
  async (passwords) => {
    const { id, email } = await given('recruiter')
    const former = (await startSession(id, { kind: 'password', hash: HASH })) ?? ''
    givenGroups(ROLES, passwords)
    const told = await toldBy(async () => await comeIn(email))
    const isAlone = passwords === 'off'
    expect((await findViewerBySession(former)) === null).toBe(isAlone)
    expect(told.some(({ code }) => code === 'member.sessions_ended')).toBe(isAlone)
    const again = await comeIn(email)
    await comeIn(email)
    await expect(findViewerBySession(again), 'of the provider’s own none ends').resolves.not.toBeNull()
  },
)

test('whose groups say what they may keeps nothing of it by coming in with a passkey, and is told why', async () => {
  const { id, email, authenticator } = await given()
  givenGroups(ROLES)
  const viewer = await viewerIn(await comeIn(email))
  expect(viewer.role).toBe('recruiter')
  const told = await toldBy(async () => {
    await expect(signInWith(authenticator)).rejects.toMatchObject(NEEDED)
  })
  expect(told).toMatchObject([
    { code: 'sign_in.failed', about: id, payload: { by: 'passkey', reason: 'provider_needed' } },
  ])
  await expect(begunAddition(whoMay(viewer, 'passkey.add'))).rejects.toMatchObject(NEEDED)
})

test('no session of theirs begins by one, whatever was looked at before they came through the provider', async () => {
  const { id, email } = await given()
  givenGroups(ROLES)
  await comeIn(email)
  const [passkey] = (await db().select().from(credentials)).filter(
    ({ memberId, kind }) => memberId === id && kind === 'passkey',
  )
  await expect(startSession(id, { kind: 'passkey', credentialId: passkey?.passkeyId ?? '' })).resolves.toBeNull()
})

test('whom the provider does not know, and who breaks the glass, comes in by one as before', async () => {
  const [unknown, glass] = [await given(), await given('admin')]
  givenGroups(ROLES)
  await setBreakGlass(operator(), { email: glass.email, on: true })
  await comeIn(glass.email, [])
  for (const { authenticator } of [unknown, glass]) await expect(signInWith(authenticator)).resolves.toBeDefined()
  await expect(byPassword(glass.email)).resolves.toBeDefined()
})

test.each([
  ['groups say nothing of roles', undefined, 'off'],
  ['passwords are on, by which they could come in too', ROLES, 'on'],
] as const)('where %s, a member whom the provider knows has their passkeys', async (_, roles, passwords) => {
  const { email, authenticator } = await given()
  givenGroups(roles && [...roles], passwords)
  await comeIn(email)
  await expect(signInWith(authenticator)).resolves.toBeDefined()
  if (passwords === 'on') await expect(byPassword(email)).resolves.toBeDefined()
})

test('where there is no provider any more nobody comes in through it alone', async () => {
  const { email, authenticator } = await given()
  givenGroups(ROLES)
  await comeIn(email)
  vi.mocked(environment.env).mockReturnValue({ ...environment.env(), OIDC_ISSUER: undefined })
  await expect(signInWith(authenticator)).resolves.toBeDefined()
})
