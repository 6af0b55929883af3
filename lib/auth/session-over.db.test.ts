// Nothing goes on with a session that is over.
import { eq, sql, type SQL } from 'drizzle-orm'
import { expect, test, vi } from 'vitest'
import { toldBy } from '../audit/testing/told'
import { db } from '../db/client'
import { members, sessions } from '../db/schema/members'
import { givenMember } from '../db/testing/fixtures'
import * as lifecycle from './session'
import { signOut } from './sign-in/sign-out'
import { findHolderBySession, findViewerBySession } from './viewer'

type Session = typeof sessions.$inferSelect

const setTimes = ({ id }: Session, to: Partial<Record<'expiresAt' | 'lastUsedAt', SQL>>) =>
  db().update(sessions).set(to).where(eq(sessions.id, id))
const OVER: Record<string, (session: Session) => Promise<unknown>> = {
  'its age': (session) => setTimes(session, { expiresAt: sql`now()` }),
  'being left for three days': (session) => setTimes(session, { lastUsedAt: sql`now() - interval '72 hours'` }),
  'its member, who is disabled': ({ memberId }) =>
    db()
      .update(members)
      .set({ disabledAt: sql`now()` })
      .where(eq(members.id, memberId)),
  'a sign-out': ({ id }) => signOut(id),
}

async function given(over: Partial<typeof sessions.$inferInsert> = {}): Promise<Session> {
  const { id: memberId } = await givenMember({}, 'a hash')
  const expiresAt = sql`now() + interval '2 hours'`
  const [session] = await db()
    .insert(sessions)
    .values({ memberId, expiresAt, ...over })
    .returning()
  if (!session) throw new Error('no session was inserted')
  return session
}

test.each(Object.entries(OVER))('a session that is over by %s lets nobody in and is not renewed', async (_, end) => {
  const session = await given()
  const looks = [findViewerBySession, findHolderBySession, lifecycle.findSessionEnd, lifecycle.renewSession]
  for (const look of looks) await expect(look(session.id)).resolves.not.toBeNull()
  await end(session)
  for (const look of looks) await expect(look(session.id), look.name).resolves.toBeNull()
})

test('one that is renewed is over when the former would have been, and with whatever began that', async () => {
  const former = await given({ providerSid: 'of the provider' })
  const renewed = await lifecycle.renewSession(former.id)
  const [session] = await db()
    .select()
    .from(sessions)
    .where(eq(sessions.id, renewed ?? ''))
  const { memberId, expiresAt, providerSid } = former
  expect(session).toMatchObject({ memberId, expiresAt, providerSid })
})

test('of two sign-outs at once one is told', async () => {
  const { id } = await given()
  const events = await toldBy(() => Promise.all([signOut(id), signOut(id)]))
  expect(events.map(({ code }) => code)).toEqual(['signed_out'])
  vi.spyOn(lifecycle, 'endSession').mockResolvedValueOnce(false)
  const { id: other } = await given()
  await expect(
    toldBy(() => signOut(other)),
    'the other one was faster',
  ).resolves.toEqual([])
})
