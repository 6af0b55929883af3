import { beforeEach, expect, expectTypeOf, test } from 'vitest'
import { operator } from '../auth/operator'
import { signIn } from '../auth/sign-in/sign-in'
import { findViewerBySession, may, type May, type Viewer } from '../auth/viewer'
import { db } from '../db/client'
import { members } from '../db/schema/members'
import { givenViewer, whoMay } from '../db/testing/fixtures'
import { givenFlow, givenInterview } from '../db/testing/interview'
import { NO_SCOPE } from '../auth/member-scope'
import { addMember, changeMember, endMemberSessions, renameMember, resetPassword } from './commands'
import { findMemberByEmail, listMembers, requireMember } from './queries'
import { removeMember } from './removal/commands'

const password = 'vexed otter plays nine zithers'
const actor = operator()

beforeEach(async () => {
  await db().delete(members)
})

const added = (email: string, over: Partial<Parameters<typeof addMember>[1]> = {}) =>
  addMember(actor, { email, role: 'recruiter', scope: 'all', password, ...over })

const signedIn = async (email: string, tried = password) =>
  (await signIn({ email, password: tried, address: crypto.randomUUID() })).sessionId

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
  const admin = await givenViewer({ role: 'admin' })
  if (!may(admin, 'member.manage')) throw new Error('the admin is none')
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
    disabledAt: null,
    createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
  })
})

test('a member who was given nothing sees nothing, an admin everything', async () => {
  await added('one@example.com', { scope: NO_SCOPE })
  await added('two@example.com', { role: 'admin', scope: NO_SCOPE })
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

test('a disabled member’s session ends at once, and enabling does not bring it back', async () => {
  const id = await added('ada@example.com')
  const sessionId = await signedIn('ada@example.com')
  await changeMember(actor, id, { disabled: true })
  await expect(findViewerBySession(sessionId)).resolves.toBeNull()
  await expect(signedIn('ada@example.com')).rejects.toMatchObject({ code: 'sign_in_failed' })
  const { disabledAt } = await requireMember(actor, id)
  await changeMember(actor, id, { disabled: true })
  await expect(requireMember(actor, id)).resolves.toMatchObject({ disabledAt })

  await changeMember(actor, id, { disabled: false })
  await expect(findViewerBySession(sessionId)).resolves.toBeNull()
  await expect(signedIn('ada@example.com')).resolves.toBeTypeOf('string')
})

test('another role signs a member out, another scope holds from their next request on', async () => {
  const id = await added('ada@example.com')
  const sessionId = await signedIn('ada@example.com')
  await givenFlow({ id: 'flow_a', teamId: 'team_a' })
  const scope = { ...NO_SCOPE, teams: ['team_a'], flows: ['flow_a'] }
  await changeMember(actor, id, { scope })
  await expect(findViewerBySession(sessionId)).resolves.toMatchObject({ role: 'recruiter', scope })

  await changeMember(actor, id, { role: 'reviewer' })
  await expect(findViewerBySession(sessionId)).resolves.toBeNull()
  const anew = await signedIn('ada@example.com')
  await expect(findViewerBySession(anew)).resolves.toMatchObject({ role: 'reviewer', scope })
  await changeMember(actor, id, { role: 'reviewer', scope })
  await expect(findViewerBySession(anew)).resolves.not.toBeNull()
})

test('what is changed at once is changed as a whole or not at all', async () => {
  const id = await added('ada@example.com')
  const sessionId = await signedIn('ada@example.com')
  const unknown = { teams: ['none', 'neither'], flows: [], interviews: ['none'] }
  await expect(changeMember(actor, id, { role: 'reviewer', scope: unknown, disabled: true })).rejects.toMatchObject({
    code: 'scope_unknown',
    detail: 'There is no team none, nor 1 more of those. There is no interview none.',
  })
  await expect(changeMember(actor, id, { role: 'admin', scope: NO_SCOPE })).rejects.toMatchObject({
    code: 'admin_sees_all',
  })
  await expect(findViewerBySession(sessionId)).resolves.toMatchObject({ role: 'recruiter', scope: 'all' })
})

test('what was chosen for rights that a member does not have any more changes nothing, and says so', async () => {
  const id = await added('ada@example.com')
  const seen = { role: 'recruiter' as const, scope: 'all' as const, disabled: false }
  const narrowed = { ...NO_SCOPE, teams: ['team_a'] }
  await givenFlow({ id: 'flow_a', teamId: 'team_a' })
  await changeMember(actor, id, { scope: narrowed })
  const [promoted, widened] = [{ role: 'admin' as const }, { scope: 'all' as const }]
  for (const late of [promoted, widened, { disabled: false, role: 'reviewer' as const }])
    await expect(changeMember(actor, id, { ...late, replaces: seen })).rejects.toMatchObject({ code: 'member_changed' })
  await expect(requireMember(actor, id)).resolves.toMatchObject({
    role: 'recruiter',
    scope: narrowed,
    disabledAt: null,
  })

  // Whoever wants what stands already has it, as where an answer was lost.
  await changeMember(actor, id, { scope: narrowed, replaces: seen })
  await changeMember(actor, id, { role: 'reviewer', replaces: { ...seen, scope: narrowed } })
  await changeMember(actor, id, { disabled: true, replaces: { ...seen, role: 'reviewer', scope: narrowed } })
  const disabled = { role: 'reviewer' as const, scope: narrowed, disabled: true }
  await changeMember(actor, id, { disabled: false, replaces: disabled })
  await expect(requireMember(actor, id)).resolves.toMatchObject({ role: 'reviewer', scope: narrowed })
})

test('a team that only an interview names can be given, and one that is given stays though nothing names it', async () => {
  const id = await added('ada@example.com', { scope: { ...NO_SCOPE, teams: ['long gone'] } })
  await givenInterview({ teamId: 'of an interview', flowId: 'of an interview too' })
  const scope = { teams: ['of an interview'], flows: ['of an interview too'], interviews: [] }
  await changeMember(actor, id, { scope })
  await expect(requireMember(actor, id)).resolves.toMatchObject({ scope })
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

const LOSSES = {
  disable: (id: string, by: typeof actor | May<'member.manage'> = actor) => changeMember(by, id, { disabled: true }),
  demote: (id: string, by: typeof actor | May<'member.manage'> = actor) => changeMember(by, id, { role: 'recruiter' }),
  remove: (id: string, by: typeof actor | May<'member.manage'> = actor) => removeMember(by, id),
}

test.each(Object.entries(LOSSES))('%s: the last admin who can sign in stays, whoever asks', async (_, lose) => {
  const one = await added('one@example.com', { role: 'admin' })
  const two = await added('two@example.com', { role: 'admin' })
  await lose(two)
  for (const again of Object.values(LOSSES)) await expect(again(one)).rejects.toMatchObject({ code: 'last_admin' })
  await expect(requireMember(actor, one)).resolves.toMatchObject({ role: 'admin', disabledAt: null })
})

test.each(Object.entries(LOSSES))(
  '%s: ten admins who do it to each other at once leave one of them',
  async (_, lose) => {
    const admins: May<'member.manage'>[] = []
    for (let count = 0; count < 10; count++) admins.push(whoMay(await givenViewer({ role: 'admin' }), 'member.manage'))
    const others = admins.map((by, at) => ({ by, id: admins[(at + 1) % admins.length]?.memberId ?? '' }))
    const outcomes = await Promise.allSettled(others.map(({ by, id }) => lose(id, by)))
    const left = (await listMembers(actor)).filter(({ role, disabledAt }) => role === 'admin' && disabledAt === null)
    expect(left.length).toBeGreaterThan(0)
    const done = outcomes.filter(({ status }) => status === 'fulfilled').length
    expect(done).toBe(10 - left.length)
  },
)

test.each(Object.entries(LOSSES))('%s: nobody does it to themselves', async (_, lose) => {
  await givenViewer({ role: 'admin' })
  const me = whoMay(await givenViewer({ role: 'admin' }), 'member.manage')
  await expect(lose(me.memberId, me)).rejects.toMatchObject({ code: 'own_rights' })
  await expect(findViewerBySession(me.sessionId)).resolves.toMatchObject({ role: 'admin' })
})

test('who is no admin any more changes nobody, though they were one when they asked', async () => {
  const [me, other] = [await givenViewer({ role: 'admin' }), await givenViewer({ role: 'admin' })]
  const member = await givenViewer()
  await changeMember(actor, me.memberId, { role: 'recruiter' })
  const late = whoMay(me, 'member.manage')
  for (const lose of Object.values(LOSSES)) {
    await expect(lose(member.memberId, late)).rejects.toMatchObject({ code: 'not_found' })
    await expect(lose(other.memberId, late)).rejects.toMatchObject({ code: 'not_found' })
  }
})

test('what is done to nobody is refused', async () => {
  const nobody = expect.objectContaining({ code: 'member_not_found' })
  for (const lose of Object.values(LOSSES)) await expect(lose(crypto.randomUUID())).rejects.toEqual(nobody)
  await expect(endMemberSessions(actor, crypto.randomUUID())).rejects.toEqual(nobody)
  await expect(renameMember(actor, { email: 'nobody@example.com', name: 'Nobody' })).rejects.toEqual(nobody)
  await expect(resetPassword(actor, { email: 'nobody@example.com', password })).rejects.toEqual(nobody)
  await expect(findMemberByEmail(actor, 'nobody@example.com')).resolves.toBeNull()
})
