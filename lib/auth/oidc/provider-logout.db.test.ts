import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { toldBy } from '../../audit/testing/told'
import { db } from '../../db/client'
import { providerLogouts, sessions } from '../../db/schema/members'
import { findViewerBySession } from '../viewer'
import { endProviderSessions } from './provider-logout'
import { comeIn, ISSUER, now, withSingleSignOn } from './testing/coming-in'

withSingleSignOn()

const logout = (over: object = {}) =>
  endProviderSessions({
    ...{ issuer: ISSUER, subject: 'ada', sid: null, jti: crypto.randomUUID(), issuedAt: now() },
    ...over,
  })

test('the provider’s sign-out ends the session that it names, and no other', async () => {
  const [one, other] = [await comeIn({ sid: 'one' }), await comeIn({ sid: 'other' })]
  const nameless = await comeIn({ sid: null })
  const events = await toldBy(() => logout({ subject: null, sid: 'one' }))
  expect(events).toMatchObject([{ code: 'signed_out_by_provider', payload: { sessionId: one } }])
  await expect(findViewerBySession(one)).resolves.toBeNull()
  for (const session of [other, nameless]) await expect(findViewerBySession(session)).resolves.not.toBeNull()
  await logout({ sid: 'another' })
  await expect(findViewerBySession(nameless), 'whose name was never told').resolves.toBeNull()
  await expect(findViewerBySession(other)).resolves.not.toBeNull()
})

test('a sign-out of a subject ends all that the provider began for them, and nothing of anybody else’s', async () => {
  const theirs = [await comeIn({ sid: 'one' }), await comeIn({ sid: null })]
  const viewer = await findViewerBySession(theirs[0] ?? '')
  const password = await givenSessionOf(viewer?.memberId ?? '')
  const others = [await comeIn({ subject: 'eve', email: 'eve@example.com', sid: 'two' }), password]
  await logout()
  for (const session of theirs) await expect(findViewerBySession(session)).resolves.toBeNull()
  for (const session of others) await expect(findViewerBySession(session)).resolves.not.toBeNull()
})

async function givenSessionOf(memberId: string) {
  const expiresAt = new Date(Date.now() + 3_600_000).toISOString()
  const [session] = await db().insert(sessions).values({ memberId, expiresAt }).returning()
  return session?.id ?? ''
}

test('another issuer’s sign-out ends nothing', async () => {
  const session = await comeIn()
  await logout({ issuer: 'https://another.example.com', sid: 'sid 1' })
  await expect(findViewerBySession(session)).resolves.not.toBeNull()
})

test('a token counts once', async () => {
  const jti = 'once'
  await logout({ jti })
  const session = await comeIn({ issuedAt: now() + 1 })
  await expect(logout({ jti })).rejects.toMatchObject({ code: 'logout_token_invalid' })
  await expect(findViewerBySession(session)).resolves.not.toBeNull()
})

test('no session begins of what the provider has ended meanwhile', async () => {
  await logout({ subject: null, sid: 'sid 1' })
  await expect(comeIn()).rejects.toMatchObject({ code: 'sso_ended' })
  await logout({ issuedAt: now() + 5 })
  await expect(comeIn({ sid: 'sid 2' })).rejects.toMatchObject({ code: 'sso_ended' })
  await expect(comeIn({ sid: 'sid 2', issuedAt: now() + 6 })).resolves.toEqual(expect.any(String))
})

test('a sign-in and the provider’s sign-out at once leave nobody signed in', async () => {
  for (let turn = 0; turn < 10; turn++) {
    const sid = `race ${turn}`
    await Promise.allSettled([comeIn({ sid }), logout({ subject: null, sid })])
    await expect(db().$count(sessions, eq(sessions.providerSid, sid))).resolves.toBe(0)
  }
})

test('of a sign-out everywhere and a sign-in that are told in one second, the sign-in counts that asked after we knew of the other', async () => {
  const issuedAt = now()
  await logout({ issuedAt })
  const [known] = await db().select({ at: providerLogouts.receivedAt }).from(providerLogouts)
  const [before, same, after] = [-1, 0, 1].map((later) => new Date(Date.parse(known?.at ?? '') + later).toISOString())
  await expect(comeIn({ issuedAt }, before)).rejects.toMatchObject({ code: 'sso_ended' })
  await expect(comeIn({ issuedAt }, same), 'nobody can tell').rejects.toMatchObject({ code: 'sso_ended' })
  await expect(comeIn({ issuedAt }), 'as if it had').rejects.toMatchObject({ code: 'sso_ended' })
  await expect(comeIn({ issuedAt }, after)).resolves.toEqual(expect.any(String))
  await expect(comeIn({ issuedAt: issuedAt - 1 }, after)).rejects.toMatchObject({ code: 'sso_ended' })
})

test('where a session’s name was never told, any sign-out of its subject since then is of it', async () => {
  const issuedAt = now()
  await logout({ sid: 'another', issuedAt })
  await expect(comeIn({ sid: null, issuedAt: issuedAt - 1 })).rejects.toMatchObject({ code: 'sso_ended' })
  await expect(comeIn({ sid: null, issuedAt: issuedAt + 1 })).resolves.toEqual(expect.any(String))
  await expect(comeIn({ sid: 'sid 1', issuedAt: issuedAt - 1 }), 'another session').resolves.toEqual(expect.any(String))
})
