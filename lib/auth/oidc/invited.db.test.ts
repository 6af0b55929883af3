import { randomBytes } from 'node:crypto'
import { eq, isNull } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { toldBy } from '../../audit/testing/told'
import { db } from '../../db/client'
import { invitations, members } from '../../db/schema/members'
import { givenMember, givenViewer } from '../../db/testing/fixtures'
import { changeMember } from '../../members/commands'
import { requireMember } from '../../members/queries'
import { NO_SCOPE } from '../member-scope'
import { operator } from '../operator'
import { comeIn, givenRoles, ROLES, viewerOf, withSingleSignOn } from './testing/coming-in'

withSingleSignOn()

async function givenInvitation(over: Partial<typeof invitations.$inferInsert> = {}) {
  const expiresAt = new Date(Date.now() + 3_600_000).toISOString()
  const scope = { ...NO_SCOPE, teams: ['team_b'] }
  const tokenHash = randomBytes(32)
  const given = { tokenHash, email: 'ada@example.com', role: 'recruiter' as const, scope, expiresAt, ...over }
  const [invitation] = await db().insert(invitations).values(given).returning()
  return invitation?.id ?? ''
}

test('who was invited joins by single sign-on as what they were invited to, and the link is dead', async () => {
  const about = await givenInvitation()
  const events = await toldBy(() => comeIn())
  expect(events.map(({ code }) => code)).toEqual([
    ...['member.added', 'invitation.accepted', 'member.linked', 'sign_in.succeeded'],
  ])
  expect(events).toContainEqual(expect.objectContaining({ code: 'invitation.accepted', about }))
  await expect(viewerOf(comeIn())).resolves.toMatchObject({
    role: 'recruiter',
    scope: { ...NO_SCOPE, teams: ['team_b'] },
  })
  await expect(db().$count(invitations, isNull(invitations.acceptedAt))).resolves.toBe(0)
})

test('an invitation that is over, or withdrawn, gives nothing', async () => {
  const past = new Date(0).toISOString()
  for (const over of [{ expiresAt: past }, { withdrawnAt: past }]) {
    await db().delete(members).where(eq(members.email, 'ada@example.com'))
    await db().delete(invitations)
    await givenInvitation(over)
    await expect(viewerOf(comeIn())).resolves.toMatchObject({ role: 'reviewer', scope: NO_SCOPE })
  }
})

test('an invitation whose maker may not let anybody in any more gives nothing', async () => {
  for (const lost of [{ role: 'reviewer' as const }, { disabledAt: new Date().toISOString() }]) {
    await db().delete(invitations)
    await db().delete(members).where(eq(members.email, 'ada@example.com'))
    const { memberId: byId } = await givenViewer({ role: 'admin' })
    await givenInvitation({ byId })
    await db().update(members).set(lost).where(eq(members.id, byId))
    await expect(viewerOf(comeIn())).resolves.toMatchObject({ role: 'reviewer', scope: NO_SCOPE })
    await expect(db().$count(invitations, isNull(invitations.acceptedAt))).resolves.toBe(1)
  }
})

test('where groups say what somebody may, an invitation does not', async () => {
  givenRoles(ROLES)
  await givenInvitation({ role: 'admin' })
  await expect(viewerOf(comeIn({ groups: ['nights'] }))).resolves.toMatchObject({ role: 'reviewer' })
  await expect(db().$count(invitations, isNull(invitations.acceptedAt))).resolves.toBe(0)
})

test.each([
  ['a group without teams', [['hiring']]],
  ['one with teams, and one without later', [['nights'], ['hiring']]],
  ['none, and one without teams later', [[], ['hiring']]],
  ['that of admins, and one without teams later', [['admins'], ['nights'], ['hiring']]],
])('what groups leave open an invitation says, by which somebody joins in %s', async (_, signIns) => {
  givenRoles(ROLES)
  await givenMember({ role: 'admin' }, 'a hash')
  const scope = { ...NO_SCOPE, teams: ['team_b'] }
  await givenInvitation({ role: 'reviewer', scope })
  for (const groups of signIns.slice(0, -1)) await comeIn({ groups })
  await expect(viewerOf(comeIn({ groups: signIns.at(-1) ?? [] }))).resolves.toMatchObject({ role: 'recruiter', scope })
})

test('an admin sees everything, whatever they were invited to, until they are none any more', async () => {
  givenRoles(ROLES)
  await givenMember({ role: 'admin' }, 'a hash')
  const scope = { ...NO_SCOPE, teams: ['team_b'] }
  await givenInvitation({ role: 'reviewer', scope })
  const events = await toldBy(() => comeIn({ groups: ['admins'] }))
  expect(events).toContainEqual(
    expect.objectContaining({ code: 'member.added', payload: { role: 'admin', teams: 'all' } }),
  )
  expect(events).toContainEqual(expect.objectContaining({ code: 'member.own_scope_changed', payload: { scope } }))
  const admin = await viewerOf(comeIn({ groups: ['admins'] }))
  expect(admin).toMatchObject({ role: 'admin', scope: 'all' })
  await changeMember(operator(), admin?.memberId ?? '', { role: 'recruiter' })
  await expect(requireMember(operator(), admin?.memberId ?? '')).resolves.toMatchObject({ scope })
})
