// A new password puts another session in the place of one: who ends that one at this moment ends the other too.
import { eq, ne, and } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { endProviderSessions } from '../auth/oidc/provider-logout'
import { renewSession } from '../auth/session'
import { findViewerBySession } from '../auth/viewer'
import { db } from '../db/client'
import { credentials, sessions } from '../db/schema/members'
import { givenMember, whoMay } from '../db/testing/fixtures'
import { untilItWaits } from '../db/testing/until-it-waits'
import { holdMember } from '../members/hold-member'
import { endOtherSessions } from './commands'

const ISSUER = 'https://login.example.com'

async function given() {
  const { id: memberId } = await givenMember({}, 'a hash')
  const [subject, sid] = [crypto.randomUUID(), crypto.randomUUID()]
  await db().insert(credentials).values({ memberId, kind: 'oidc', issuer: ISSUER, subject })
  const begun = { memberId, expiresAt: '2100-01-01T00:00:00Z' }
  const [own] = await db().insert(sessions).values(begun).returning()
  const [other] = await db()
    .insert(sessions)
    .values({ ...begun, providerSid: sid })
    .returning()
  const viewer = await findViewerBySession(own?.id ?? '')
  if (!viewer || !other) throw new Error('nobody is signed in')
  return { viewer: whoMay(viewer, 'account.manage'), other: other.id, subject, sid }
}

type Given = Awaited<ReturnType<typeof given>>
const logout = (over: { subject: string | null; sid: string | null }) =>
  endProviderSessions({ issuer: ISSUER, ...over, jti: crypto.randomUUID(), issuedAt: Math.floor(Date.now() / 1_000) })
const WAYS: Record<string, (given: Given) => Promise<unknown>> = {
  'signs out everywhere else': ({ viewer }) => endOtherSessions(viewer),
  'is signed out by the provider': ({ subject, sid }) => logout({ subject, sid }),
  'is signed out by the provider, which names the session alone': ({ sid }) => logout({ subject: null, sid }),
  'is signed out by the provider everywhere': ({ subject }) => logout({ subject, sid: null }),
}

test.each(Object.entries(WAYS))('of a member who %s no renewed session is left', async (_, end) => {
  const told = await given()
  const { memberId, sessionId } = told.viewer
  let ending: Promise<unknown> = Promise.resolve()
  await db().transaction(async (tx) => {
    await holdMember(tx, memberId)
    await renewSession(told.other, { on: tx })
    await tx.delete(sessions).where(eq(sessions.id, told.other))
    ending = end(told)
    await untilItWaits(tx, ending)
  })
  await ending
  const others = and(eq(sessions.memberId, memberId), ne(sessions.id, sessionId))
  await expect(db().$count(sessions, others)).resolves.toBe(0)
})
