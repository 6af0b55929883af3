import { eq } from 'drizzle-orm'
import { beforeAll, expect, test, vi } from 'vitest'
import { toldBy } from '../../audit/testing/told'
import { db, pool } from '../../db/client'
import { credentials, members, sessions } from '../../db/schema/members'
import { givenMember as givenMemberWith } from '../../db/testing/fixtures'
import * as environment from '../../env'
import { DebriefError } from '../../errors'
import { DEVICE_COOKIE } from './device'
import { hashInTurn } from './hashing-queue'
import { hashNewPassword, verifyPassword } from './password'
import { endSession, findSessionEnd, startSession } from '../session'
import { type SignedIn, signIn, type SignInAttempt } from './sign-in'
import { countAttempt } from './throttle'
import { findViewerBySession } from '../viewer'

vi.mock('./password', async (original) => {
  const real = await original<typeof import('./password')>()
  return { ...real, verifyPassword: vi.fn<typeof verifyPassword>(real.verifyPassword) }
})

const password = 'vexed otter plays nine zithers'
let passwordHash: string

beforeAll(async () => {
  passwordHash = await hashNewPassword({ password, email: 'nobody@example.com' })
})

const givenMember = (over: Partial<typeof members.$inferInsert> = {}) => givenMemberWith(over, passwordHash)

const attempt = (email: string, over: Partial<SignInAttempt> = {}) =>
  signIn({ email, password, address: crypto.randomUUID(), ...over })
const wrong = { password: 'another otter entirely' }
const cookieOf = ({ setDevice }: SignedIn) => setDevice.slice(DEVICE_COOKIE.length + 1).split(';')[0]

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
  const { sessionId } = await attempt(member.email)

  await expect(findViewerBySession(sessionId)).resolves.toMatchObject({ memberId: member.id, role: 'reviewer' })
  const days = (Date.parse((await findSessionEnd(sessionId)) ?? '') - Date.now()) / 86_400_000
  expect(days).toBeCloseTo(7, 2)
})

test('each sign-in has a session of its own', async () => {
  const { email } = await givenMember()
  expect((await attempt(email)).sessionId).not.toBe((await attempt(email)).sessionId)
})

test('an unknown email, a wrong password, a disabled member and a throttled account cost the same work', async () => {
  const known = await givenMember()
  const disabled = await givenMember({ disabledAt: new Date().toISOString() })
  const throttled = await givenMember()
  for (let count = 0; count < 10; count++) await attempt(throttled.email, wrong).catch(() => {})

  const cost = await costOf(() => attempt(known.email, wrong))
  expect(cost).toMatchObject({ statements: 3, verifications: 1, failure: { code: 'sign_in_failed' } })
  await expect(costOf(() => attempt('nobody@example.com'))).resolves.toEqual(cost)
  await expect(costOf(() => attempt(disabled.email))).resolves.toEqual(cost)
  await expect(costOf(() => attempt(throttled.email))).resolves.toEqual({
    ...cost,
    failure: expect.objectContaining({ code: 'too_many_attempts' }),
  })
})

test('what an address over its limit tries costs no verification, whoever it names', async () => {
  const { email } = await givenMember()
  const address = crypto.randomUUID()
  for (let count = 0; count < 50; count++) await countAttempt({ email: `${count}@example.com`, address })

  for (const named of [email, 'nobody@example.com'])
    await expect(costOf(() => attempt(named, { address }))).resolves.toMatchObject({
      statements: 2,
      verifications: 0,
      failure: { code: 'too_many_attempts' },
    })
})

test('a browser that signed in before still can when strangers have used up the account and the address', async () => {
  const { email } = await givenMember()
  const address = crypto.randomUUID()
  const deviceCookie = cookieOf(await attempt(email))
  for (let count = 0; count < 60; count++) await countAttempt({ email, address })

  await expect(attempt(email, { address })).rejects.toMatchObject({ code: 'too_many_attempts' })
  await expect(attempt(email, { address, deviceCookie })).resolves.toMatchObject({ sessionId: expect.any(String) })
  await expect(attempt(email), 'what strangers tried is not forgiven').rejects.toMatchObject({
    code: 'too_many_attempts',
  })
})

test('a known browser may fail ten times, and then has to wait like everybody else', async () => {
  const { email } = await givenMember()
  const deviceCookie = cookieOf(await attempt(email))
  for (let count = 0; count < 10; count++)
    await expect(attempt(email, { ...wrong, deviceCookie })).rejects.toMatchObject({ code: 'sign_in_failed' })
  vi.mocked(verifyPassword).mockClear()
  await expect(attempt(email, { deviceCookie })).rejects.toMatchObject({ code: 'too_many_attempts' })
  expect(verifyPassword, 'which costs no work').not.toHaveBeenCalled()
})

test('a browser known for one member is a stranger’s to every other, known, unknown or disabled', async () => {
  const deviceCookie = cookieOf(await attempt((await givenMember()).email))
  const other = await givenMember()
  const disabled = await givenMember()
  const itsCookie = cookieOf(await attempt(disabled.email))
  await db().update(members).set({ disabledAt: new Date().toISOString() }).where(eq(members.id, disabled.id))

  for (const [email, cookie] of [
    [other.email, deviceCookie],
    [`${crypto.randomUUID()}@example.com`, deviceCookie],
    [disabled.email, itsCookie],
  ] as const) {
    for (let count = 0; count < 10; count++) await countAttempt({ email, address: crypto.randomUUID() })
    await expect(attempt(email, { deviceCookie: cookie })).rejects.toMatchObject({ code: 'too_many_attempts' })
  }
})

test('who is turned away because too many are being verified has lost no attempt', async () => {
  const { email } = await givenMember()
  const address = crypto.randomUUID()
  const deviceCookie = cookieOf(await attempt(email))
  for (const tried of [{ address }, { address, deviceCookie }]) {
    vi.mocked(verifyPassword).mockRejectedValue(new DebriefError('sign_in_busy'))
    for (let count = 0; count < 60; count++)
      await expect(attempt(email, tried)).rejects.toMatchObject({ code: 'sign_in_busy' })
    vi.mocked(verifyPassword).mockReset()
    await expect(attempt(email, tried)).resolves.toMatchObject({ sessionId: expect.any(String) })
  }
})

test('however many strangers wait to be verified, a browser that signed in before has its turn', async () => {
  const { email } = await givenMember()
  const deviceCookie = cookieOf(await attempt(email))
  const end: (() => void)[] = []
  const strangers = Array.from({ length: 40 }, () =>
    hashInTurn('stranger', () => new Promise<void>((resolve) => end.push(resolve))),
  )
  const ended = Promise.allSettled(strangers)
  await expect(attempt(email)).rejects.toMatchObject({ code: 'sign_in_busy' })

  vi.mocked(verifyPassword).mockClear()
  const signingIn = attempt(email, { deviceCookie })
  await expect.poll(() => vi.mocked(verifyPassword).mock.calls.length).toBe(1)
  end[0]?.()
  await expect(signingIn, 'after the first of them').resolves.toMatchObject({ sessionId: expect.any(String) })
  while (end.length > 0) {
    end.pop()?.()
    await new Promise((resolve) => setImmediate(resolve))
  }
  await ended
})

test('a success forgives what was tried before it, on the account', async () => {
  const { email } = await givenMember()
  const address = crypto.randomUUID()
  for (let turn = 0; turn < 3; turn++) {
    for (let count = 0; count < 9; count++)
      await expect(attempt(email, { ...wrong, address })).rejects.toMatchObject({ code: 'sign_in_failed' })
    await expect(attempt(email, { address })).resolves.toMatchObject({ sessionId: expect.any(String) })
  }
})

test('the log tells each failure, on whose account, and nothing of why', async () => {
  const { id, email } = await givenMember()
  const told = await toldBy(async () => {
    for (const tried of [email, `${crypto.randomUUID()}@example.com`])
      await expect(attempt(tried, wrong)).rejects.toMatchObject({ code: 'sign_in_failed' })
  })
  const failed = { code: 'sign_in.failed', actorKind: 'system' }
  expect(told).toMatchObject([
    { ...failed, about: id },
    { ...failed, about: null },
  ])
  expect(told.map(({ payload }) => payload)).toEqual([{}, {}])
})

test('an unknown email is throttled as a known one is', async () => {
  const email = `${crypto.randomUUID()}@example.com`
  for (let count = 0; count < 10; count++)
    await expect(attempt(email)).rejects.toMatchObject({ code: 'sign_in_failed' })
  await expect(attempt(email)).rejects.toMatchObject({ code: 'too_many_attempts' })
})

test('a member without a password cannot sign in with one, and is not told from one who does not exist', async () => {
  const { email, id } = await givenMember()
  await db().delete(credentials).where(eq(credentials.memberId, id))
  const cost = await costOf(() => attempt(email))
  expect(cost).toMatchObject({ statements: 3, verifications: 1, failure: { code: 'sign_in_failed' } })
})

test('neither an ended session nor an expired one has a viewer', async () => {
  const member = await givenMember()
  const { sessionId: ended } = await attempt(member.email)
  await endSession(ended)
  await expect(findViewerBySession(ended)).resolves.toBeNull()
  await expect(findSessionEnd(ended)).resolves.toBeNull()

  const { sessionId: expired } = await attempt(member.email)
  await db()
    .update(sessions)
    .set({ expiresAt: new Date(0).toISOString() })
    .where(eq(sessions.id, expired))
  await expect(findViewerBySession(expired)).resolves.toBeNull()
  await expect(findSessionEnd(expired)).resolves.toBeNull()
})

test('where passwords are off, one lets in an admin who is there to break the glass, and is a wrong one for everybody else', async () => {
  const glass = await givenMember({ role: 'admin', breakGlass: true })
  const others = [
    await givenMember({ role: 'admin' }),
    await givenMember({ role: 'recruiter', breakGlass: true }),
    await givenMember({ role: 'admin', breakGlass: true, disabledAt: new Date().toISOString() }),
  ]
  vi.spyOn(environment, 'env').mockReturnValue({ ...environment.env(), PASSWORD_SIGN_IN: 'off' })
  await expect(attempt(glass.email)).resolves.toMatchObject({ sessionId: expect.any(String) })
  const cost = await costOf(() => attempt(glass.email, wrong))
  for (const { email } of others) await expect(costOf(() => attempt(email))).resolves.toEqual(cost)
  for (const { id } of others) {
    const proof = { kind: 'password' as const, hash: passwordHash }
    await expect(startSession(id, proof), 'also where it was looked at before').resolves.toBeNull()
  }
  vi.mocked(environment.env).mockRestore()
})
