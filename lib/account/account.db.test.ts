import { eq, sql } from 'drizzle-orm'
import { beforeEach, expect, test, vi } from 'vitest'
import { toldBy } from '../audit/testing/told'
import { operator } from '../auth/operator'
import { DEVICE_COOKIE } from '../auth/sign-in/device'
import * as passwords from '../auth/sign-in/password'
import { signIn } from '../auth/sign-in/sign-in'
import { findHolderBySession, findViewerBySession, type May } from '../auth/viewer'
import { db, type Transaction } from '../db/client'
import { credentials, members, passwordLinks, sessions, signInAttempts } from '../db/schema/members'
import { givenMember, givenViewer, whoMay } from '../db/testing/fixtures'
import { untilItWaits } from '../db/testing/until-it-waits'
import * as environment from '../env'
import { endSessions } from '../members/end-sessions'
import { lockMember } from '../members/lock-member'
import { spendPasswordLinks, storePassword } from '../members/store-password'
import { changePassword, endOtherSessions, endOwnSession, renameAccount, setPreferences } from './commands'
import { findOwnWays, findPreferences, listSessions } from './queries'

const OLD = 'vexed otter plays nine zithers'
const NEW = 'nine zithers vex every otter'
const from = {
  address: '192.0.2.1',
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
}

beforeEach(async () => {
  vi.restoreAllMocks()
  await db().delete(signInAttempts)
  // What hashes is tested where it stands.
  vi.spyOn(passwords, 'hashNewPassword').mockImplementation(async ({ password }) => `hash of ${password}`)
  vi.spyOn(passwords, 'verifyPassword').mockImplementation(async (typed, hash) => hash === `hash of ${typed}`)
})

const given = () => givenMember({}, `hash of ${OLD}`)
const givenLink = (memberId: string) =>
  db()
    .insert(passwordLinks)
    .values({ memberId, tokenHash: Buffer.from(crypto.randomUUID()), expiresAt: sql`now() + interval '1 hour'` })
const signedIn = async (email: string, password = OLD, deviceCookie?: string) =>
  signIn({ email, password, ...from, deviceCookie })

async function here(sessionId: string): Promise<May<'account.manage'>> {
  const viewer = await findViewerBySession(sessionId)
  if (!viewer) throw new Error('nobody is signed in')
  return whoMay(viewer, 'account.manage')
}

const change = (viewer: May<'account.manage'>, over: { current?: string; password?: string; address?: string } = {}) =>
  changePassword(viewer, {
    ...{ current: OLD, password: NEW, from: { ...from, address: over.address ?? from.address } },
    ...{ deviceCookie: undefined, ...over },
  })
const isAlive = async (id: string) => (await findViewerBySession(id)) !== null

test('a new password ends every session, and this browser goes on with one of its own', async () => {
  const { email, id } = await given()
  const [first, second] = [await signedIn(email), await signedIn(email)]
  const changed = await change(await here(first.sessionId))
  expect(changed.sessionId).not.toBe(first.sessionId)
  expect(await isAlive(first.sessionId)).toBe(false)
  expect(await isAlive(second.sessionId)).toBe(false)
  await expect(here(changed.sessionId)).resolves.toMatchObject({ memberId: id })

  await expect(signedIn(email)).rejects.toMatchObject({ code: 'sign_in_failed' })
  await signedIn(email, NEW)
  const known = changed.setDevice.slice(DEVICE_COOKIE.length + 1).split(';')[0]
  for (let count = 0; count < 11; count++) await signedIn(email, 'wrong').catch(() => {})
  await expect(signedIn(email, NEW)).rejects.toMatchObject({ code: 'too_many_attempts' })
  await expect(signedIn(email, NEW, known), 'the browser is known by it').resolves.toBeDefined()
})

test('who does not know the current password changes nothing, and may try ten times', async () => {
  const { email } = await given()
  const { sessionId } = await signedIn(email)
  const viewer = await here(sessionId)
  for (let count = 0; count < 10; count++)
    await expect(change(viewer, { current: 'wrong', address: `${count}` })).rejects.toMatchObject({
      code: 'password_wrong',
    })
  expect(passwords.verifyPassword, 'and waits behind no stranger').toHaveBeenLastCalledWith(
    'wrong',
    `hash of ${OLD}`,
    'known',
  )
  await expect(change(viewer)).rejects.toMatchObject({ code: 'too_many_attempts' })
  expect(await isAlive(sessionId)).toBe(true)
  await expect(signedIn(email), 'signing in has attempts of its own').resolves.toBeDefined()
})

test('the log tells each guess at the current password, of whose session, and none that is refused unheard', async () => {
  const { email, id } = await given()
  const viewer = await here((await signedIn(email)).sessionId)
  const guess = () => change(viewer, { current: 'wrong' }).catch(() => {})
  const mistaken = {
    code: 'member.password_mistaken',
    about: id,
    actorId: id,
    sessionId: viewer.sessionId,
    payload: {},
  }
  for (let count = 0; count < 10; count++) expect(await toldBy(guess)).toMatchObject([mistaken])
  expect(await toldBy(guess)).toEqual([])
})

test('a session that was ended meanwhile is not brought back by a new password', async () => {
  const { email, id } = await given()
  const { sessionId } = await signedIn(email)
  const viewer = await here(sessionId)
  await db().delete(sessions).where(eq(sessions.id, sessionId))
  await expect(change(viewer)).rejects.toMatchObject({ code: 'not_signed_in' })
  await expect(db().$count(sessions, eq(sessions.memberId, id))).resolves.toBe(0)
  await expect(signedIn(email), 'the password is what it was').resolves.toBeDefined()
})

test('nor does a member who is disabled meanwhile get another session', async () => {
  const { email, id } = await given()
  const viewer = await here((await signedIn(email)).sessionId)
  await db()
    .update(members)
    .set({ disabledAt: sql`now()` })
    .where(eq(members.id, id))
  await expect(change(viewer)).rejects.toMatchObject({ code: 'not_signed_in' })
})

test('of two new passwords at once one counts, and one session is left', async () => {
  const { email, id } = await given()
  const [first, second] = [await here((await signedIn(email)).sessionId), await here((await signedIn(email)).sessionId)]
  const outcomes = await Promise.allSettled([change(first), change(second, { password: `${NEW} too` })])
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  await expect(db().$count(sessions, eq(sessions.memberId, id))).resolves.toBe(1)
})

/** What somebody else does to a member, in two steps, and what a new password is refused for then. */
type Meanwhile = { first: Step; second: Step; code: string }
type Step = (tx: Transaction, memberId: string) => Promise<unknown>
const MEANWHILE: Record<string, Meanwhile> = {
  'an admin who signs them out': {
    first: (tx, id) => lockMember(tx, operator(), id),
    second: endSessions,
    code: 'not_signed_in',
  },
  'an operator who resets it': {
    first: spendPasswordLinks,
    second: async (tx, id) => {
      await storePassword(tx, id, 'hash of what they do not know')
      await endSessions(tx, id)
    },
    code: 'password_wrong',
  },
}

test.each(Object.entries(MEANWHILE))(
  'a new password and %s never wait for each other for ever',
  async (_, { first, second, code }) => {
    const { email, id } = await given()
    await givenLink(id)
    const viewer = await here((await signedIn(email)).sessionId)
    let changing: Promise<unknown> | undefined
    await db().transaction(async (tx) => {
      await first(tx, id)
      changing = change(viewer).catch((error: unknown) => error)
      await untilItWaits(tx, changing)
      await second(tx, id)
    })
    await expect(changing).resolves.toMatchObject({ code })
    await expect(db().$count(sessions, eq(sessions.memberId, id))).resolves.toBe(0)
  },
)

test('links by which the password could be set are worth nothing after it was changed', async () => {
  const { email, id } = await given()
  await givenLink(id)
  await change(await here((await signedIn(email)).sessionId))
  await expect(db().$count(passwordLinks, sql`member_id = ${id} AND used_at IS NULL`)).resolves.toBe(0)
})

test('a member sees where they are signed in, this one first, and nobody else’s', async () => {
  const { email } = await given()
  await signedIn((await given()).email)
  const [first, second] = [await signedIn(email), await signedIn(email)]
  const listed = await listSessions(await here(first.sessionId))
  expect(listed).toMatchObject([
    { id: first.sessionId, isThisOne: true, device: 'Firefox on Linux', address: '192.0.2.1' },
    { id: second.sessionId, isThisOne: false },
  ])
})

test('signing out elsewhere ends all other sessions of this member, and theirs alone', async () => {
  const { email } = await given()
  const stranger = await signedIn((await given()).email)
  const [kept, ended] = [await signedIn(email), await signedIn(email)]
  await expect(endOtherSessions(await here(kept.sessionId))).resolves.toBe(1)
  expect(await isAlive(ended.sessionId)).toBe(false)
  expect(await isAlive(kept.sessionId)).toBe(true)
  expect(await isAlive(stranger.sessionId)).toBe(true)
})

test('one session can be ended, and another member’s cannot', async () => {
  const { email } = await given()
  const stranger = await signedIn((await given()).email)
  const [kept, ended] = [await signedIn(email), await signedIn(email)]
  const viewer = await here(kept.sessionId)
  for (const { sessionId } of [ended, stranger]) await endOwnSession(viewer, sessionId)
  expect(await isAlive(ended.sessionId)).toBe(false)
  expect(await isAlive(stranger.sessionId)).toBe(true)
})

test('a member gives themselves a name', async () => {
  const viewer = whoMay(await givenViewer(), 'account.manage')
  await renameAccount(viewer, ' Ada  Byron ')
  await expect(here(viewer.sessionId)).resolves.toMatchObject({ name: 'Ada Byron' })
  await expect(renameAccount(viewer, 'ada@example.com')).rejects.toMatchObject({ code: 'name_invalid' })
})

test('who was removed meanwhile is called nothing any more', async () => {
  const viewer = whoMay(await givenViewer(), 'account.manage')
  await db()
    .update(members)
    .set({ removedAt: sql`now()` })
    .where(eq(members.id, viewer.memberId))
  const gone = { code: 'not_signed_in' }
  await expect(renameAccount(viewer, 'Ada Byron')).rejects.toMatchObject(gone)
  await expect(setPreferences(viewer, { timeZone: 'Europe/Berlin' })).rejects.toMatchObject(gone)
  const [row] = await db().select().from(members).where(eq(members.id, viewer.memberId))
  expect(row).toMatchObject({ name: null, preferences: {} })
})

test('what a member prefers is kept, and what cannot be read of it is as if nobody had chosen', async () => {
  const viewer = whoMay(await givenViewer(), 'account.manage')
  const nothing = { appearance: 'system', language: null, timeZone: null } as const
  await expect(findPreferences(viewer)).resolves.toEqual(nothing)
  const chosen = { appearance: 'dark', language: 'de-DE', timeZone: 'Europe/Berlin' } as const
  await setPreferences(viewer, chosen)
  await expect(findPreferences(viewer)).resolves.toEqual(chosen)
  // A page has them with who asks.
  expect((await findHolderBySession(viewer.sessionId))?.preferences).toEqual(chosen)
  await Promise.all([setPreferences(viewer, { language: 'fr-FR' }), setPreferences(viewer, { appearance: 'light' })])
  await expect(findPreferences(viewer)).resolves.toEqual({ ...chosen, language: 'fr-FR', appearance: 'light' })
  await db()
    .update(members)
    .set({ preferences: { appearance: 'plaid', language: 'de-DE', timeZone: 'Mars/Base', more: 1 } })
    .where(eq(members.id, viewer.memberId))
  await expect(findPreferences(viewer)).resolves.toEqual({ ...nothing, language: 'de-DE' })
})

test('who has no password that lets them in is known as that, and so is where no passkey does', async () => {
  const { email, id } = await given()
  const viewer = await here((await signedIn(email)).sessionId)
  await expect(findOwnWays(viewer)).resolves.toEqual({ password: true, passkey: true })
  const usual = environment.env()
  const env = vi.spyOn(environment, 'env').mockReturnValue({ ...usual, PASSWORD_SIGN_IN: 'off' })
  await expect(findOwnWays(viewer)).resolves.toEqual({ password: false, passkey: true })
  env.mockReturnValue({ ...usual, NEXTAUTH_URL: 'https://10.0.0.5' })
  await expect(findOwnWays(viewer)).resolves.toEqual({ password: true, passkey: false })
  env.mockRestore()
  await db().delete(credentials).where(eq(credentials.memberId, id))
  await expect(findOwnWays(viewer)).resolves.toEqual({ password: false, passkey: true })
})
