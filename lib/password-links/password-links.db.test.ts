import { eq, sql } from 'drizzle-orm'
import { beforeEach, expect, test, vi } from 'vitest'
import { toldBy } from '../audit/testing/told'
import { operator } from '../auth/operator'
import * as passwords from '../auth/sign-in/password'
import { signIn } from '../auth/sign-in/sign-in'
import { findViewerBySession } from '../auth/viewer'
import { db } from '../db/client'
import { jobs } from '../db/schema/jobs'
import { credentials, members, passwordLinks, signInAttempts } from '../db/schema/members'
import { everyRow } from '../db/testing/every-row'
import { givenMember, givenViewer, whoMay } from '../db/testing/fixtures'
import * as environment from '../env'
import { DebriefError } from '../errors'
import { processNext } from '../jobs/process'
import type { Mail } from '../mail/mail'
import * as mail from '../mail/send'
import { changeMember } from '../members/commands'
import { listMembers } from '../members/queries'
import { UNKNOWN_PEER } from '../server/peer'
import { removeMember } from '../members/removal/commands'
import { makePasswordLink } from './commands'
import { askForPasswordLink, sendingPasswordLink } from './mail-job'
import { readPasswordLink, usePasswordLink } from './using'

const OLD = 'vexed otter plays nine zithers'
const NEW = 'nine zithers vex every otter'
const CLOSED = { code: 'password_link_closed' }

let sent: Mail[] = []
beforeEach(async () => {
  vi.restoreAllMocks()
  await db().delete(signInAttempts)
  await db().delete(jobs)
  sent = []
  vi.spyOn(mail, 'isMailSetUp').mockReturnValue(true)
  vi.spyOn(mail, 'sendMail').mockImplementation(async (letter) => void sent.push(letter))
  vi.spyOn(passwords, 'hashNewPassword').mockImplementation(async ({ password }) => `hash of ${password}`)
  vi.spyOn(passwords, 'verifyPassword').mockImplementation(async (typed, hash) => hash === `hash of ${typed}`)
})

const given = (over: Partial<typeof members.$inferInsert> = {}) => givenMember(over, `hash of ${OLD}`)
const somewhere = () => crypto.randomUUID()
const tokenIn = (link: string) => link.split('/').at(-1) ?? ''
const make = async (memberId: string) => tokenIn((await makePasswordLink(operator(), { memberId })).link)
const use = (token: string, password = NEW) => usePasswordLink({ token, password, address: somewhere() })
const read = (token: string) => readPasswordLink(token, somewhere())
const signedIn = (email: string, password: string) => signIn({ email, password, address: somewhere() })

test('a link sets a new password, once, and ends the member’s sessions', async () => {
  const { email, id } = await given()
  const { sessionId } = await signedIn(email, OLD)
  const { link, expiresAt } = await makePasswordLink(operator(), { email: email.toUpperCase() })
  expect(link).toMatch(/^http:\/\/localhost:3000\/reset\/[\w-]{43}$/)
  expect((Date.parse(expiresAt) - Date.now()) / 60_000).toBeCloseTo(60, 0)

  const told = await toldBy(() => use(tokenIn(link)))
  expect(told).toMatchObject([{ code: 'member.password_link_used', actorKind: 'system', about: id }])
  await expect(findViewerBySession(sessionId)).resolves.toBeNull()
  await expect(signedIn(email, OLD)).rejects.toMatchObject({ code: 'sign_in_failed' })
  await signedIn(email, NEW)
  await expect(use(tokenIn(link), OLD)).rejects.toMatchObject(CLOSED)
})

test('opening a link uses nothing up', async () => {
  const { email, id } = await given()
  const token = await make(id)
  for (let count = 0; count < 3; count++) await expect(read(token)).resolves.toEqual({ email })
  await use(token)
})

const ENDS: Record<string, (memberId: string, token: string) => Promise<unknown>> = {
  'was used': (_, token) => use(token),
  'is too old': (memberId) =>
    db()
      .update(passwordLinks)
      .set({ expiresAt: new Date(0).toISOString() })
      .where(eq(passwordLinks.memberId, memberId)),
  'is one of several, of which another was used': async (memberId) => use(await make(memberId)),
  'is a disabled member’s': (memberId) =>
    db()
      .update(members)
      .set({ disabledAt: sql`now()` })
      .where(eq(members.id, memberId)),
  'is a removed member’s': (memberId) =>
    db()
      .update(members)
      .set({ removedAt: sql`now()` })
      .where(eq(members.id, memberId)),
}

test('a member who was disabled and is enabled again has no link of before', async () => {
  const { id, email } = await given()
  const token = await make(id)
  await changeMember(operator(), id, { disabled: true })
  await changeMember(operator(), id, { disabled: false })
  await expect(read(token)).rejects.toMatchObject(CLOSED)
  await expect(use(token)).rejects.toMatchObject(CLOSED)
  await signedIn(email, OLD)
})

test.each<[string, (memberId: string) => Promise<unknown>]>([
  ['disabled', (memberId) => changeMember(operator(), memberId, { disabled: true })],
  ['no admin any more', (memberId) => changeMember(operator(), memberId, { role: 'recruiter' })],
  ['removed', (memberId) => removeMember(operator(), memberId)],
])('a link of an admin who is %s by now lets nobody in as another', async (_, lose) => {
  await givenViewer({ role: 'admin' })
  const admin = whoMay(await givenViewer({ role: 'admin' }), 'member.manage')
  const token = tokenIn((await makePasswordLink(admin, { memberId: (await given()).id })).link)
  await expect(read(token)).resolves.toBeDefined()
  await lose(admin.memberId)
  await expect(read(token)).rejects.toMatchObject(CLOSED)
  await expect(use(token)).rejects.toMatchObject(CLOSED)
})

test.each(Object.entries(ENDS))('a link that %s answers as one that never was', async (_, end) => {
  const { id } = await given()
  const token = await make(id)
  await end(id, token)
  for (const tried of [token, token.split('').toReversed().join('')]) {
    await expect(read(tried)).rejects.toMatchObject(CLOSED)
    await expect(use(tried)).rejects.toMatchObject(CLOSED)
  }
})

test('of ten who use a link at once one sets the password', async () => {
  const { id } = await given()
  const token = await make(id)
  const outcomes = await Promise.allSettled(Array.from({ length: 10 }, (_, index) => use(token, `${NEW} ${index}`)))
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('of several links of a member that are used at once one sets the password, and the others are closed', async () => {
  for (let round = 0; round < 5; round++) {
    const { id } = await given()
    const tokens = [await make(id), await make(id), await make(id)]
    const outcomes = await Promise.allSettled(tokens.map((token, index) => use(token, `${NEW} ${index}`)))
    const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []))
    expect(refused).toMatchObject([CLOSED, CLOSED])
  }
})

const guess = (count: number) => readPasswordLink(`guess ${count}`, '192.0.2.9')

test('guessing is refused soon, and keeps nobody at that address out who has a link', async () => {
  const token = await make((await given()).id)
  for (let count = 0; count < 50; count++) await expect(guess(count)).rejects.toMatchObject(CLOSED)
  await expect(guess(50)).rejects.toMatchObject({ code: 'too_many_attempts' })
  await expect(readPasswordLink(token, '192.0.2.9')).resolves.toBeDefined()
})

test('no link is made for whom there is not, nor for who may not sign in', async () => {
  const { email } = await given({ disabledAt: new Date().toISOString() })
  await expect(makePasswordLink(operator(), { email })).rejects.toMatchObject({ code: 'member_disabled' })
  const removed = await given({ removedAt: new Date().toISOString(), disabledAt: new Date().toISOString() })
  for (const memberId of [crypto.randomUUID(), removed.id])
    await expect(makePasswordLink(operator(), { memberId })).rejects.toMatchObject({ code: 'member_not_found' })
})

test('a member who has forgotten their password is mailed a link that works', async () => {
  const { email } = await given()
  await askForPasswordLink({ email: ` ${email.toUpperCase()} `, address: somewhere() })
  await processNext([sendingPasswordLink])
  expect(sent).toMatchObject([{ to: email, subject: 'A new password for Debrief' }])
  const link = sent[0]?.parts.find((part) => typeof part === 'object')?.link ?? ''
  await expect(use(tokenIn(link))).resolves.toMatchObject({ email })
})

test('the mail says when and from where it was asked for, and a job that waits names neither whom nor where', async () => {
  const { email } = await given()
  await askForPasswordLink({ email, address: '203.0.113.7' })
  const waiting = JSON.stringify(await db().select().from(jobs))
  for (const told of ['203.0.113.7', email]) expect(waiting).not.toContain(told)
  await processNext([sendingPasswordLink])
  await askForPasswordLink({ email, address: UNKNOWN_PEER })
  await processNext([sendingPasswordLink])
  const [known, unknown] = sent.map(({ parts }) => parts[0])
  const when = String.raw`, on \d+ \w+ \d{4} at \d\d:\d\d \(UTC\)`
  expect(known).toMatch(new RegExp(`in Debrief${when}, from the address 203\\.0\\.113\\.7\\. Open this`))
  expect(unknown).toMatch(new RegExp(`in Debrief${when}\\. Open this`))
})

test('a mail that waits from a version before is sent as it was then', async () => {
  const { email } = await given()
  await askForPasswordLink({ email, address: somewhere() })
  await db()
    .update(jobs)
    .set({ payload: sql`${jobs.payload} - 'at' - 'origin'` })
  await processNext([sendingPasswordLink])
  expect(sent[0]?.parts[0]).toContain('for your account in Debrief. Open this')
})

test('whatever strangers try against a member, whoever has just chosen a password by a link signs in there', async () => {
  const { email, id } = await given()
  for (let count = 0; count < 11; count++) await signedIn(email, 'a guess of nobody').catch(() => {})
  const { setDevice } = await use(await make(id))
  await expect(signedIn(email, NEW)).rejects.toMatchObject({ code: 'too_many_attempts' })
  const [, deviceCookie = ''] = /^[^=]+=([^;]+);/.exec(setDevice) ?? []
  await expect(signIn({ email, password: NEW, address: somewhere(), deviceCookie })).resolves.toBeDefined()
})

/** What an outsider can see, and what is done for them until they have their answer. */
async function costOf(email: string) {
  const execute = vi.spyOn((await import('../db/client')).pool(), 'query')
  const answer = await askForPasswordLink({ email, address: somewhere() })
  const statements = execute.mock.calls.length
  execute.mockRestore()
  return { answer, statements }
}

test('who asks learns nothing about who is a member: the same is done, and a job does the rest', async () => {
  const [known, disabled, bare] = [await given(), await given({ disabledAt: new Date().toISOString() }), await given()]
  await db().delete(credentials).where(eq(credentials.memberId, bare.id))
  const cost = await costOf(known.email)
  expect(cost).toEqual({ answer: undefined, statements: 3 })
  for (const email of [`${crypto.randomUUID()}@example.com`, disabled.email, bare.email])
    await expect(costOf(email)).resolves.toEqual(cost)

  while (await processNext([sendingPasswordLink]));
  expect(sent.map(({ to }) => to)).toEqual([known.email])
})

test('where passwords are off, only who breaks the glass by one is mailed a link, and nobody is told', async () => {
  const [glass, other] = [await given({ role: 'admin', breakGlass: true }), await given({ role: 'admin' })]
  vi.spyOn(environment, 'env').mockReturnValue({ ...environment.env(), PASSWORD_SIGN_IN: 'off' })
  for (const { email } of [glass, other]) await askForPasswordLink({ email, address: somewhere() })
  while (await processNext([sendingPasswordLink]));
  expect(sent.map(({ to }) => to)).toEqual([glass.email])
})

test('nor does an admin make a link for whom no password would let in; a shell may, before it names who breaks the glass', async () => {
  const [glass, other] = [await given({ role: 'admin', breakGlass: true }), await given({ role: 'admin' })]
  const admin = whoMay(await givenViewer({ role: 'admin' }), 'member.manage')
  vi.spyOn(environment, 'env').mockReturnValue({ ...environment.env(), PASSWORD_SIGN_IN: 'off' })
  const refused = { code: 'password_serves_nothing' }
  await expect(makePasswordLink(admin, { memberId: other.id })).rejects.toMatchObject(refused)
  await expect(makePasswordLink(admin, { memberId: glass.id })).resolves.toBeDefined()
  await expect(makePasswordLink(operator(), { memberId: other.id })).resolves.toBeDefined()
  const listed = (await listMembers(admin)).filter(({ id }) => [glass.id, other.id].includes(id))
  expect(listed.filter(({ passwordServes }) => passwordServes).map(({ id }) => id)).toEqual([glass.id])
})

test('nobody is mailed more than three times in a quarter of an hour, whoever asks, and nobody is told', async () => {
  const { email } = await given()
  for (let count = 0; count < 5; count++) await askForPasswordLink({ email, address: somewhere() })
  while (await processNext([sendingPasswordLink]));
  expect(sent).toHaveLength(3)
})

test('asking is throttled by address, and refused where no mail is sent', async () => {
  for (let count = 0; count < 50; count++)
    await askForPasswordLink({ email: `${count}@example.com`, address: '192.0.2.10' })
  const again = askForPasswordLink({ email: 'ada@example.com', address: '192.0.2.10' })
  await expect(again).rejects.toMatchObject({ code: 'too_many_attempts' })
  vi.mocked(mail.isMailSetUp).mockReturnValue(false)
  const off = askForPasswordLink({ email: 'ada@example.com', address: somewhere() })
  await expect(off).rejects.toMatchObject({ code: 'mail_off' })
})

test('neither a token nor who was asked about is in any row', async () => {
  const { id, email } = await given()
  const token = await make(id)
  const stranger = `${crypto.randomUUID()}@example.com`
  await askForPasswordLink({ email: stranger, address: somewhere() })
  const rows = JSON.stringify(await everyRow())
  expect(rows).toContain(email)
  const readable = [stranger, Buffer.from(stranger).toString('base64'), Buffer.from(stranger).toString('hex')]
  for (const secret of [token, ...readable]) expect(rows).not.toContain(secret)
})

test('a mail that could not be handed over is tried again, one that was refused is not', async () => {
  const { email } = await given()
  for (const [code, outcome] of [
    ['mail_unreachable', null],
    ['mail_refused', 'failed'],
  ] as const) {
    await db().delete(jobs)
    vi.mocked(mail.sendMail).mockRejectedValue(new DebriefError(code))
    await askForPasswordLink({ email, address: somewhere() })
    await processNext([sendingPasswordLink])
    await expect(db().select().from(jobs)).resolves.toMatchObject([{ outcome, lastFailureCode: code }])
  }
})
