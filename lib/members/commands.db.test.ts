import { eq } from 'drizzle-orm'
import { beforeEach, expect, expectTypeOf, test } from 'vitest'
import { operator } from '../auth/operator'
import { signIn } from '../auth/sign-in/sign-in'
import { findViewerBySession, may, type May, type Viewer } from '../auth/viewer'
import { db } from '../db/client'
import { members, sessions } from '../db/schema/members'
import { givenViewer } from '../db/testing/fixtures'
import { addMember, disableMember, enableMember, renameMember, resetPassword } from './commands'
import { findMemberByEmail, listMembers } from './queries'

const password = 'vexed otter plays nine zithers'
const actor = operator()

beforeEach(async () => {
  await db().delete(members)
})

const added = (email: string, over: Partial<Parameters<typeof addMember>[1]> = {}) =>
  addMember(actor, { email, role: 'recruiter', teams: 'all', password, ...over })

const signedIn = async (email: string, tried = password) =>
  (await signIn({ email, password: tried, address: crypto.randomUUID() })).sessionId

test('only an admin, or whoever has a shell on the server, may do anything here', () => {
  for (const guarded of [
    addMember,
    disableMember,
    enableMember,
    renameMember,
    resetPassword,
    listMembers,
    findMemberByEmail,
  ] as const) {
    expectTypeOf<Viewer>().not.toExtend<Parameters<typeof guarded>[0]>()
    expectTypeOf<Viewer & { role: 'recruiter' }>().not.toExtend<Parameters<typeof guarded>[0]>()
    expectTypeOf<{ role: 'admin' }>().not.toExtend<Parameters<typeof guarded>[0]>()
    expectTypeOf<{ kind: 'operator' }>().not.toExtend<Parameters<typeof guarded>[0]>()
    expectTypeOf<May<'member.manage'>>().toExtend<Parameters<typeof guarded>[0]>()
  }
})

test('an admin adds members as the operator does', async () => {
  const admin = await givenViewer({ role: 'admin' })
  if (!may(admin, 'member.manage')) throw new Error('the admin is none')
  await addMember(admin, { email: 'ada@example.com', role: 'reviewer', teams: [], password })
  await expect(findMemberByEmail(admin, 'ada@example.com')).resolves.toMatchObject({ role: 'reviewer', teams: [] })
})

test('a new member signs in and sees their teams', async () => {
  await added('Grace@Example.com', { teams: ['team_b', 'team_a', 'team_a'] })
  const viewer = await findViewerBySession(await signedIn('grace@example.com'))
  expect(viewer?.role).toBe('recruiter')
  expect(viewer?.scope).toEqual({ teams: expect.toSatisfy((teams: string[]) => teams.length === 2) })
  await expect(findMemberByEmail(actor, 'grace@example.com')).resolves.toMatchObject({
    role: 'recruiter',
    teams: ['team_a', 'team_b'],
    disabledAt: null,
    createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
  })
})

test('a member who was given no team sees none, an admin all', async () => {
  await added('one@example.com', { teams: [] })
  await added('two@example.com', { role: 'admin', teams: [] })
  await expect(listMembers(actor)).resolves.toMatchObject([
    { email: 'one@example.com', teams: [] },
    { email: 'two@example.com', teams: 'all' },
  ])
})

test('the list carries nothing of a password', async () => {
  await added('one@example.com')
  expect(JSON.stringify(await listMembers(actor))).not.toMatch(/argon|hash/i)
})

test('nobody is added twice, whatever the case of their email', async () => {
  await added('ada@example.com')
  await expect(added(' ADA@example.com')).rejects.toMatchObject({ code: 'member_exists' })
  await expect(listMembers(actor)).resolves.toHaveLength(1)
})

test('a member has the name that they were added with, and another one at once when it is changed', async () => {
  await added('ada@example.com', { name: '  Ada   Byron ' })
  const sessionId = await signedIn('ada@example.com')
  await expect(findViewerBySession(sessionId)).resolves.toMatchObject({ name: 'Ada Byron' })
  await renameMember(actor, { email: ' ADA@example.com', name: 'Ada King' })
  await expect(findViewerBySession(sessionId)).resolves.toMatchObject({ name: 'Ada King' })
  await renameMember(actor, { email: 'ada@example.com', name: null })
  await expect(findMemberByEmail(actor, 'ada@example.com')).resolves.toMatchObject({ name: null })
})

test('a name that cannot be shown adds and changes nothing', async () => {
  const refused = expect.objectContaining({ code: 'name_invalid' })
  await expect(added('ada@example.com', { name: 'grace@example.com' })).rejects.toEqual(refused)
  await expect(listMembers(actor)).resolves.toEqual([])
  await added('ada@example.com', { name: 'Ada Byron' })
  await expect(renameMember(actor, { email: 'ada@example.com', name: '\u200B' })).rejects.toEqual(refused)
  await expect(findMemberByEmail(actor, 'ada@example.com')).resolves.toMatchObject({ name: 'Ada Byron' })
})

test('the list says when each signed in last, and nothing of who never did', async () => {
  await added('ada@example.com')
  await added('bob@example.com')
  await signedIn('ada@example.com')
  await expect(listMembers(actor)).resolves.toMatchObject([
    { email: 'ada@example.com', lastSignInAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) },
    { email: 'bob@example.com', lastSignInAt: null },
  ])
})

test('half an email or a weak password adds nobody', async () => {
  await expect(added('ada')).rejects.toMatchObject({ code: 'email_invalid' })
  await expect(added('ada@example.com', { password: 'short' })).rejects.toMatchObject({ code: 'password_too_short' })
  await expect(listMembers(actor)).resolves.toEqual([])
})

test('a disabled member’s session ends at once, and enabling does not bring it back', async () => {
  await added('ada@example.com')
  const sessionId = await signedIn('ada@example.com')
  await disableMember(actor, 'Ada@example.com')
  await expect(findViewerBySession(sessionId)).resolves.toBeNull()
  await expect(signedIn('ada@example.com')).rejects.toMatchObject({ code: 'sign_in_failed' })

  await enableMember(actor, 'ada@example.com')
  await expect(findViewerBySession(sessionId)).resolves.toBeNull()
  await expect(signedIn('ada@example.com')).resolves.toBeTypeOf('string')
})

test('a new password ends the sessions of the old one', async () => {
  await added('ada@example.com')
  await added('bob@example.com')
  const sessionId = await signedIn('ada@example.com')
  const others = await signedIn('bob@example.com')
  await resetPassword(actor, { email: 'ada@example.com', password: 'nine zithers vex an otter' })

  await expect(findViewerBySession(sessionId)).resolves.toBeNull()
  await expect(findViewerBySession(others)).resolves.not.toBeNull()
  await expect(signedIn('ada@example.com')).rejects.toMatchObject({ code: 'sign_in_failed' })
  await expect(signedIn('ada@example.com', 'nine zithers vex an otter')).resolves.toBeTypeOf('string')
})

test('a refused new password changes nothing', async () => {
  await added('ada@example.com')
  const sessionId = await signedIn('ada@example.com')
  const reset = resetPassword(actor, { email: 'ada@example.com', password: 'correct horse battery staple' })
  await expect(reset).rejects.toMatchObject({ code: 'password_common' })
  await expect(findViewerBySession(sessionId)).resolves.not.toBeNull()
})

test('the last admin who can sign in cannot be disabled', async () => {
  await added('one@example.com', { role: 'admin' })
  await added('two@example.com', { role: 'admin' })
  await disableMember(actor, 'two@example.com')
  await expect(disableMember(actor, 'One@example.com')).rejects.toMatchObject({ code: 'last_admin' })
  await expect(disableMember(actor, 'two@example.com')).resolves.toBeUndefined()
})

test('ten admins who disable each other at once leave one of them', async () => {
  const emails = Array.from({ length: 10 }, (_, index) => `admin${index}@example.com`)
  await db()
    .insert(members)
    .values(emails.map((email) => ({ email, role: 'admin' as const })))
  await Promise.allSettled(emails.map((email) => disableMember(actor, email)))
  const left = (await listMembers(actor)).filter((member) => member.disabledAt === null)
  expect(left).toHaveLength(1)
})

test('what is done to nobody is refused', async () => {
  const nobody = expect.objectContaining({ code: 'member_not_found' })
  await expect(disableMember(actor, 'nobody@example.com')).rejects.toEqual(nobody)
  await expect(enableMember(actor, 'nobody@example.com')).rejects.toEqual(nobody)
  await expect(renameMember(actor, { email: 'nobody@example.com', name: 'Nobody' })).rejects.toEqual(nobody)
  await expect(resetPassword(actor, { email: 'nobody@example.com', password })).rejects.toEqual(nobody)
  await expect(findMemberByEmail(actor, 'nobody@example.com')).resolves.toBeNull()
})

test('a demoted admin loses the right on their next request', async () => {
  await added('ada@example.com', { role: 'admin' })
  const sessionId = await signedIn('ada@example.com')
  await db().update(members).set({ role: 'reviewer' }).where(eq(members.email, 'ada@example.com'))
  await expect(findViewerBySession(sessionId)).resolves.toMatchObject({ role: 'reviewer' })
  await expect(db().select().from(sessions)).resolves.toHaveLength(1)
})
