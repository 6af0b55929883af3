import { expect, expectTypeOf, test } from 'vitest'
import { NO_SCOPE } from '../auth/member-scope'
import { findViewerBySession, type May, type Viewer } from '../auth/viewer'
import { givenViewer, whoMay } from '../db/testing/fixtures'
import { givenInterview } from '../db/testing/interview'
import { addMember, changeMember, endMemberSessions, renameMember, resetPassword } from './commands'
import { findMemberByEmail, listMembers, requireMember } from './queries'
import { removeMember } from './removal/commands'
import { actor, added, password, signedIn, withoutMembers } from './testing/adding'

withoutMembers()

test('only an admin, or whoever has a shell on the server, may do anything here', () => {
  for (const guarded of [
    addMember,
    changeMember,
    endMemberSessions,
    removeMember,
    renameMember,
    resetPassword,
    listMembers,
    findMemberByEmail,
    requireMember,
  ] as const) {
    expectTypeOf<Viewer>().not.toExtend<Parameters<typeof guarded>[0]>()
    expectTypeOf<Viewer & { role: 'recruiter' }>().not.toExtend<Parameters<typeof guarded>[0]>()
    expectTypeOf<{ role: 'admin' }>().not.toExtend<Parameters<typeof guarded>[0]>()
    expectTypeOf<{ kind: 'operator' }>().not.toExtend<Parameters<typeof guarded>[0]>()
    expectTypeOf<May<'member.manage'>>().toExtend<Parameters<typeof guarded>[0]>()
  }
})

test('an admin adds members as the operator does', async () => {
  const admin = whoMay(await givenViewer({ role: 'admin' }), 'member.manage')
  await addMember(admin, { email: 'ada@example.com', role: 'reviewer', scope: NO_SCOPE, password })
  await expect(findMemberByEmail(admin, 'ada@example.com')).resolves.toMatchObject({
    role: 'reviewer',
    scope: NO_SCOPE,
  })
})

test('a new member signs in and sees what they were given', async () => {
  const { id } = await givenInterview()
  const scope = { teams: ['team_b', 'team_a', 'team_a'], flows: ['flow_a'], interviews: [id] }
  await added('Grace@Example.com', { scope })
  const seen = { teams: ['team_a', 'team_b'], flows: ['flow_a'], interviews: [id] }
  const viewer = await findViewerBySession(await signedIn('grace@example.com'))
  expect(viewer).toMatchObject({ role: 'recruiter', scope: seen })
  await expect(findMemberByEmail(actor, 'grace@example.com')).resolves.toMatchObject({
    role: 'recruiter',
    scope: seen,
    signsInWith: ['password'],
    passwordServes: true,
    providerServes: false,
    disabledAt: null,
    createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
  })
})

test('a member who was given nothing sees nothing, an admin everything', async () => {
  await added('one@example.com', { scope: NO_SCOPE })
  await added('two@example.com', { role: 'admin' })
  await expect(listMembers(actor)).resolves.toMatchObject([
    { email: 'one@example.com', scope: NO_SCOPE },
    { email: 'two@example.com', scope: 'all' },
  ])
})

test('an interview that does not exist is given to nobody', async () => {
  const scope = { ...NO_SCOPE, interviews: ['none'] }
  await expect(added('one@example.com', { scope })).rejects.toMatchObject({ code: 'scope_unknown' })
  await expect(listMembers(actor)).resolves.toEqual([])
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

test('the list says when each was here last, and nothing of who never was', async () => {
  await added('ada@example.com')
  await added('bob@example.com')
  await signedIn('ada@example.com')
  await expect(listMembers(actor)).resolves.toMatchObject([
    { email: 'ada@example.com', lastSeenAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) },
    { email: 'bob@example.com', lastSeenAt: null },
  ])
})

test('half an email or a weak password adds nobody', async () => {
  await expect(added('ada')).rejects.toMatchObject({ code: 'email_invalid' })
  await expect(added('ada@example.com', { password: 'short' })).rejects.toMatchObject({ code: 'password_too_short' })
  await expect(listMembers(actor)).resolves.toEqual([])
})

test('sessions are ended without anything else', async () => {
  const id = await added('ada@example.com')
  const sessionId = await signedIn('ada@example.com')
  await endMemberSessions(actor, id)
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

test('what is done to nobody is refused', async () => {
  const nobody = expect.objectContaining({ code: 'member_not_found' })
  await expect(changeMember(actor, crypto.randomUUID(), { disabled: true })).rejects.toEqual(nobody)
  await expect(removeMember(actor, crypto.randomUUID())).rejects.toEqual(nobody)
  await expect(endMemberSessions(actor, crypto.randomUUID())).rejects.toEqual(nobody)
  await expect(renameMember(actor, { email: 'nobody@example.com', name: 'Nobody' })).rejects.toEqual(nobody)
  await expect(resetPassword(actor, { email: 'nobody@example.com', password })).rejects.toEqual(nobody)
  await expect(findMemberByEmail(actor, 'nobody@example.com')).resolves.toBeNull()
})
