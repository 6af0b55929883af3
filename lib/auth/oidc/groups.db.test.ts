import { eq } from 'drizzle-orm'
import { expect, test, vi } from 'vitest'
import { toldBy } from '../../audit/testing/told'
import { db } from '../../db/client'
import { interviews } from '../../db/schema/interviews'
import { members } from '../../db/schema/members'
import { givenMember } from '../../db/testing/fixtures'
import { givenInterview } from '../../db/testing/interview'
import * as environment from '../../env'
import { changeMember } from '../../members/commands'
import { requireMember } from '../../members/queries'
import { NO_SCOPE } from '../member-scope'
import { operator } from '../operator'
import { findViewerBySession } from '../viewer'
import { comeIn, givenRoles, ROLES, viewerOf, withSingleSignOn } from './testing/coming-in'

withSingleSignOn()

test('groups give a newcomer their role and what they see', async () => {
  givenRoles(ROLES)
  await expect(viewerOf(comeIn({ groups: ['nights'] }))).resolves.toMatchObject({
    role: 'reviewer',
    scope: { ...NO_SCOPE, teams: ['team_a'] },
  })
  await expect(viewerOf(comeIn({ subject: 'b', email: 'b@example.com', groups: ['hiring'] }))).resolves.toMatchObject({
    role: 'recruiter',
    scope: 'all',
  })
})

test('another group gives another role at the next sign-in, and ends the other sessions', async () => {
  givenRoles(ROLES)
  const before = await comeIn({ groups: ['hiring'] })
  const events = await toldBy(() => comeIn({ groups: ['nights'] }))
  await expect(findViewerBySession(before)).resolves.toBeNull()
  expect(events).toMatchObject([
    { code: 'member.role_changed', payload: { from: 'recruiter', to: 'reviewer' } },
    { code: 'member.scope_changed', payload: { scope: { ...NO_SCOPE, teams: ['team_a'] } } },
    { code: 'sign_in.succeeded' },
  ])
  const [again, same] = [await comeIn({ groups: ['nights'] }), await comeIn({ groups: ['nights'] })]
  await expect(findViewerBySession(again)).resolves.toMatchObject({ role: 'reviewer' })
  await expect(findViewerBySession(same)).resolves.toMatchObject({ role: 'reviewer' })
})

test('who is in no group any more sees nothing; without OIDC_ROLES groups say nothing', async () => {
  givenRoles(ROLES)
  await comeIn({ groups: ['hiring'] })
  await expect(viewerOf(comeIn())).resolves.toMatchObject({ role: 'reviewer', scope: NO_SCOPE })
  givenRoles()
  await expect(viewerOf(comeIn({ groups: ['admins'] }))).resolves.toMatchObject({ role: 'reviewer' })
})

test('a group without teams leaves what a member sees to the admin', async () => {
  givenRoles(ROLES)
  const { id } = await givenMember({ email: 'ada@example.com', role: 'recruiter', seesAllTeams: false }, 'a hash')
  await expect(viewerOf(comeIn({ groups: ['hiring'] }))).resolves.toMatchObject({ memberId: id, scope: NO_SCOPE })
})

const toTeam = (team: string) => ({ ...NO_SCOPE, teams: [team] })

test.each([
  ['everything, as a newcomer', undefined],
  ['a team of an admin’s', toTeam('team_b')],
  ['what an admin took from them', NO_SCOPE],
] as const)('whatever their groups were meanwhile, one without teams shows a member the same: %s', async (_, given) => {
  givenRoles(ROLES)
  await givenMember({ role: 'admin' }, 'a hash')
  await givenInterview({ teamId: 'team_b' })
  const meanwhile = [
    [[]],
    [['nights']],
    [[], ['nights'], [], ['admins']],
    [['admins'], []],
    [['other'], ['hiring'], []],
  ]
  for (const [turn, histories] of meanwhile.entries()) {
    const ada = { subject: `ada ${turn}`, email: `ada${turn}@example.com` }
    const before = await viewerOf(comeIn({ ...ada, groups: ['hiring'] }))
    if (given) await changeMember(operator(), before?.memberId ?? '', { scope: given })
    for (const groups of histories) await comeIn({ ...ada, groups })
    const hiring = await viewerOf(comeIn({ ...ada, groups: ['hiring'] }))
    expect(hiring, JSON.stringify(histories)).toMatchObject({ role: 'recruiter', scope: given ?? 'all' })
  }
})

test('who came in as nobody in particular sees as much, once in a group without teams, as whoever comes in by it', async () => {
  givenRoles(ROLES)
  for (const [turn, groups] of [[], ['nights']].entries()) {
    const ada = { subject: `ada ${turn}`, email: `ada${turn}@example.com` }
    await comeIn({ ...ada, groups })
    await expect(viewerOf(comeIn({ ...ada, groups: ['hiring'] }))).resolves.toMatchObject({ scope: 'all' })
  }
})

test('what an admin gives while a group says otherwise is what they see once none does, as far as it is still there', async () => {
  givenRoles(ROLES)
  const { id: interviewId } = await givenInterview({ teamId: 'team_b' })
  const { memberId = '' } = (await viewerOf(comeIn({ groups: ['nights'] }))) ?? {}
  const given = { teams: ['team_b'], flows: [], interviews: [interviewId] }
  await changeMember(operator(), memberId, { scope: given })
  await expect(viewerOf(comeIn({ groups: ['nights'] }))).resolves.toMatchObject({ scope: toTeam('team_a') })
  await expect(viewerOf(comeIn({ groups: ['hiring'] }))).resolves.toMatchObject({ scope: given })
  await comeIn({ groups: [] })
  await db().delete(interviews).where(eq(interviews.id, interviewId))
  await expect(viewerOf(comeIn({ groups: ['hiring'] }))).resolves.toMatchObject({ scope: toTeam('team_b') })
})

test('the last admin keeps their role whatever their groups, and so does who breaks the glass', async () => {
  givenRoles(ROLES)
  await expect(viewerOf(comeIn({ groups: ['admins'] }))).resolves.toMatchObject({ role: 'admin' })
  await expect(viewerOf(comeIn())).resolves.toMatchObject({ role: 'admin' })
  await givenMember({ role: 'admin' }, 'a hash')
  await db().update(members).set({ breakGlass: true }).where(eq(members.email, 'ada@example.com'))
  await expect(viewerOf(comeIn())).resolves.toMatchObject({ role: 'admin' })
  await db().update(members).set({ breakGlass: false }).where(eq(members.email, 'ada@example.com'))
  await expect(viewerOf(comeIn())).resolves.toMatchObject({ role: 'reviewer' })
})

test('an admin who cannot come in is none beside whom the last one could lose their role', async () => {
  givenRoles(ROLES)
  const { id } = await givenMember({ role: 'admin' }, 'a hash')
  await comeIn({ groups: ['admins'] })
  const passwords = vi.spyOn(environment, 'env')
  passwords.mockReturnValue({ ...environment.env(), PASSWORD_SIGN_IN: 'off' })
  await expect(viewerOf(comeIn())).resolves.toMatchObject({ role: 'admin' })
  await comeIn({ subject: 'bob', email: 'bob@example.com', groups: ['admins'] })
  await expect(viewerOf(comeIn())).resolves.toMatchObject({ role: 'reviewer' })
  await expect(changeMember(operator(), id, { role: 'recruiter' })).resolves.toBeUndefined()
})

test('who was there to break the glass and became an admin anew by a group leaves it with the group', async () => {
  givenRoles(ROLES)
  await givenMember({ role: 'admin' }, 'a hash')
  const { id } = await givenMember({ email: 'ada@example.com', role: 'admin', breakGlass: true }, 'a hash')
  await changeMember(operator(), id, { role: 'recruiter' })
  await expect(viewerOf(comeIn({ groups: ['admins'] }))).resolves.toMatchObject({ role: 'admin' })
  await expect(viewerOf(comeIn({ groups: ['hiring'] }))).resolves.toMatchObject({ role: 'recruiter' })
})

test('an admin’s change of what a group shows is undone with what they see without one', async () => {
  givenRoles(ROLES)
  for (const teamId of ['team_a', 'team_b']) await givenInterview({ teamId })
  const { memberId = '' } = (await viewerOf(comeIn({ groups: ['hiring'] }))) ?? {}
  await changeMember(operator(), memberId, { scope: toTeam('team_b') })
  await comeIn({ groups: ['nights'] })
  const { scope, scopeWithoutGroups } = await requireMember(operator(), memberId)
  expect([scope, scopeWithoutGroups]).toEqual([toTeam('team_a'), toTeam('team_b')])

  await changeMember(operator(), memberId, { role: 'recruiter' })
  await changeMember(operator(), memberId, { role: 'reviewer' })
  await changeMember(operator(), memberId, { scope: 'all' })
  await expect(requireMember(operator(), memberId)).resolves.toMatchObject({ scope: 'all', scopeWithoutGroups: null })
  await changeMember(operator(), memberId, { scope, scopeWithoutGroups: scopeWithoutGroups ?? 'all' })
  await expect(viewerOf(comeIn({ groups: ['hiring'] }))).resolves.toMatchObject({ scope: toTeam('team_b') })
})
