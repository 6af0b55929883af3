// A link by which a member sets a new password: who makes one, what it does, and when it is worth nothing.
import { eq, sql } from 'drizzle-orm'
import { expect, test, vi } from 'vitest'
import { toldBy } from '../audit/testing/told'
import { operator } from '../auth/operator'
import { signIn } from '../auth/sign-in/sign-in'
import { findViewerBySession } from '../auth/viewer'
import { db } from '../db/client'
import { members, passwordLinks } from '../db/schema/members'
import { everyRow } from '../db/testing/every-row'
import { givenViewer, whoMay } from '../db/testing/fixtures'
import * as environment from '../env'
import { changeMember } from '../members/commands'
import { listMembers } from '../members/queries'
import { removeMember } from '../members/removal/commands'
import { makePasswordLink } from './commands'
import { askForPasswordLink } from './mail-job'
import {
  CLOSED,
  given,
  make,
  NEW,
  OLD,
  read,
  signedIn,
  somewhere,
  tokenIn,
  use,
  withPasswordLinks,
} from './testing/links'
import { readPasswordLink } from './using'

withPasswordLinks()

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

test('whatever strangers try against a member, whoever has just chosen a password by a link signs in there', async () => {
  const { email, id } = await given()
  for (let count = 0; count < 11; count++) await signedIn(email, 'a guess of nobody').catch(() => {})
  const { setDevice } = await use(await make(id))
  await expect(signedIn(email, NEW)).rejects.toMatchObject({ code: 'too_many_attempts' })
  const [, deviceCookie = ''] = /^[^=]+=([^;]+);/.exec(setDevice) ?? []
  await expect(signIn({ email, password: NEW, address: somewhere(), deviceCookie })).resolves.toBeDefined()
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
