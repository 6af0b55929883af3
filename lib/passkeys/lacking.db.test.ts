// Who lacks the passkey that is required of them.
import { and, eq } from 'drizzle-orm'
import { beforeEach, expect, test, vi } from 'vitest'
import { toldBy } from '../audit/testing/told'
import { operator } from '../auth/operator'
import * as session from '../auth/session'
import { signOut } from '../auth/sign-in/sign-out'
import { askPage } from '../auth/testing/ask-route'
import { findHolderBySession, findViewerBySession, type Viewer } from '../auth/viewer'
import { db } from '../db/client'
import { credentials, installations, members, sessions } from '../db/schema/members'
import { givenMember, whoMay } from '../db/testing/fixtures'
import { removePasskeysOf, setPasskeyRequirement } from '../members/ways-in/commands'
import type { PasskeyRequirement } from '../passkey-requirement'
import { addPasskey } from './commands'
import { softwareAuthenticator } from './testing/authenticator'
import { begunAddition, FROM, givenPasskey } from './testing/passkeys'

vi.mock('next/headers', async () => (await import('@/lib/auth/testing/ask-route')).askedHeaders)

const HASH = 'a hash'

beforeEach(async () => {
  vi.restoreAllMocks()
  await db().delete(installations)
})

/** Who came in by a password while that did. */
async function given(member: Partial<typeof members.$inferInsert> = {}): Promise<Viewer> {
  const { id } = await givenMember(member, HASH)
  const holder = await findHolderBySession((await session.startSession(id, { kind: 'password', hash: HASH })) ?? '')
  if (!holder) throw new Error('nobody is signed in')
  return holder.viewer
}
const requireOf = (of: PasskeyRequirement) => setPasskeyRequirement(operator(), of)
const isThere = async ({ sessionId }: Viewer) => (await findViewerBySession(sessionId)) !== null

test('a page sends them to where they add one', async () => {
  const asked = { as: await given(), drawnFor: null, parameters: {} }
  const account = () => askPage({ pattern: '/account', file: 'app/(app)/account/page.tsx' }, asked)
  await requireOf('everybody')
  await expect(account()).rejects.toMatchObject({ digest: expect.stringContaining(';/passkey;') })
  await requireOf('nobody')
  await expect(account()).resolves.toBeDefined()
})

test('who signs out while a password does not do is signed out for good', async () => {
  const viewer = await given()
  await givenPasskey(viewer)
  await requireOf('everybody')
  await signOut(viewer.sessionId)
  await requireOf('nobody')
  expect(await isThere(viewer)).toBe(false)
})

test('who was named to break the glass and is no admin is one of everybody', async () => {
  const [viewer, admin] = [
    await given({ role: 'recruiter', breakGlass: true }),
    await given({ role: 'admin', breakGlass: true }),
  ]
  await requireOf('everybody')
  expect(await isThere(viewer)).toBe(false)
  expect(await isThere(admin)).toBe(true)
})

const start = session.startSession
const MEANWHILE: Record<string, (viewer: Viewer) => typeof start> = {
  'ends while they add one': (viewer) => async (memberId, proof, started) => {
    await started?.on?.delete(sessions).where(eq(sessions.id, viewer.sessionId))
    return start(memberId, proof, started)
  },
  'would be followed by one that a passkey does not begin': () => async () => null,
}

test.each(Object.entries(MEANWHILE))('where a session %s, no other follows and nothing is added', async (_, does) => {
  const viewer = await given()
  await requireOf('everybody')
  const { options, challengeCookie } = await begunAddition(whoMay(viewer, 'passkey.add'))
  const attestation = softwareAuthenticator().create(options)
  vi.spyOn(session, 'startSession').mockImplementation(does(viewer))
  const adding = { name: 'Laptop', attestation, challengeCookie, from: FROM }
  await expect(addPasskey(whoMay(viewer, 'passkey.add'), adding)).rejects.toMatchObject({ code: 'not_signed_in' })
  const theirs = and(eq(credentials.memberId, viewer.memberId), eq(credentials.kind, 'passkey'))
  await expect(db().$count(credentials, theirs)).resolves.toBe(0)
  await expect(findHolderBySession(viewer.sessionId), 'what was done is taken back').resolves.not.toBeNull()
})

test('from whom has none none is taken: they stay signed in, and nothing is told', async () => {
  const viewer = await given()
  await expect(toldBy(() => removePasskeysOf(operator(), viewer.memberId))).resolves.toEqual([])
  expect(await isThere(viewer)).toBe(true)
})

test('what is required already is told once', async () => {
  await expect(toldBy(() => requireOf('admins'))).resolves.toHaveLength(1)
  await expect(toldBy(() => requireOf('admins'))).resolves.toEqual([])
})
