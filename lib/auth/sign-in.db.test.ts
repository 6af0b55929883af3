import { eq } from 'drizzle-orm'
import { beforeAll, expect, test, vi } from 'vitest'
import { db, pool } from '../db/client'
import { members, sessions } from '../db/schema/members'
import { hashNewPassword, verifyPassword } from './password'
import { endSession, findSessionEnd, startSession } from './session'
import { signIn } from './sign-in'
import { findViewerBySession } from './viewer'

vi.mock('./password', async (original) => {
  const real = await original<typeof import('./password')>()
  return { ...real, verifyPassword: vi.fn<typeof verifyPassword>(real.verifyPassword) }
})

const password = 'vexed otter plays nine zithers'
let passwordHash: string

beforeAll(async () => {
  passwordHash = await hashNewPassword({ password, email: 'nobody@example.com' })
})

async function givenMember(over: Partial<typeof members.$inferInsert> = {}) {
  const values = { email: `${crypto.randomUUID()}@example.com`, role: 'reviewer' as const, passwordHash, ...over }
  const [member] = await db().insert(members).values(values).returning()
  if (!member) throw new Error('no member was inserted')
  return member
}

const attempt = (email: string, over = {}) => signIn({ email, password, address: crypto.randomUUID(), ...over })

/** What an outsider can see or time. */
async function costOf(work: () => Promise<unknown>) {
  const query = vi.spyOn(pool(), 'query')
  vi.mocked(verifyPassword).mockClear()
  const failure = await work().catch((error: unknown) => error)
  const cost = {
    statements: query.mock.calls.length,
    verifications: vi.mocked(verifyPassword).mock.calls.length,
    failure,
  }
  query.mockRestore()
  return cost
}

test('the right password starts a session of seven days that has a viewer', async () => {
  const member = await givenMember()
  const sessionId = await attempt(member.email)

  await expect(findViewerBySession(sessionId)).resolves.toMatchObject({ memberId: member.id, role: 'reviewer' })
  const days = (Date.parse((await findSessionEnd(sessionId)) ?? '') - Date.now()) / 86_400_000
  expect(days).toBeCloseTo(7, 2)
})

test('each sign-in has a session of its own', async () => {
  const { email } = await givenMember()
  expect(await attempt(email)).not.toBe(await attempt(email))
})

test('an unknown email, a wrong password, a disabled member and a throttled account cost the same work', async () => {
  const known = await givenMember()
  const disabled = await givenMember({ disabledAt: new Date().toISOString() })
  const throttled = await givenMember()
  for (let count = 0; count < 10; count++) await attempt(throttled.email, { password: 'wrong' }).catch(() => {})

  const wrong = await costOf(() => attempt(known.email, { password: 'another otter entirely' }))
  expect(wrong).toMatchObject({ statements: 2, verifications: 1, failure: { code: 'sign_in_failed' } })
  await expect(costOf(() => attempt('nobody@example.com'))).resolves.toEqual(wrong)
  await expect(costOf(() => attempt(disabled.email))).resolves.toEqual(wrong)
  await expect(costOf(() => attempt(throttled.email))).resolves.toEqual({
    ...wrong,
    failure: expect.objectContaining({ code: 'too_many_attempts' }),
  })
})

test('an unknown email is throttled as a known one is', async () => {
  const email = `${crypto.randomUUID()}@example.com`
  for (let count = 0; count < 10; count++)
    await expect(attempt(email)).rejects.toMatchObject({ code: 'sign_in_failed' })
  await expect(attempt(email)).rejects.toMatchObject({ code: 'too_many_attempts' })
})

test('nobody gets a session who was disabled or given another password while the old one was being verified', async () => {
  const disabled = await givenMember({ disabledAt: new Date().toISOString() })
  await expect(startSession(disabled)).resolves.toBeNull()

  const reset = await givenMember()
  await db().update(members).set({ passwordHash: 'another' }).where(eq(members.id, reset.id))
  await expect(startSession(reset)).resolves.toBeNull()
})

test('an ended session has no viewer, and an expired one is swept up at the next sign-in', async () => {
  const member = await givenMember()
  const ended = await attempt(member.email)
  await endSession(ended)
  await expect(findViewerBySession(ended)).resolves.toBeNull()
  await expect(findSessionEnd(ended)).resolves.toBeNull()

  const expired = await attempt(member.email)
  await db()
    .update(sessions)
    .set({ expiresAt: new Date(0).toISOString() })
    .where(eq(sessions.id, expired))
  await expect(findSessionEnd(expired)).resolves.toBeNull()
  const fresh = await attempt(member.email)
  const left = await db().select().from(sessions).where(eq(sessions.memberId, member.id))
  expect(left.map((session) => session.id)).toEqual([fresh])
})
