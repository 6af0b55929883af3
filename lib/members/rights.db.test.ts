import { expect, test } from 'vitest'
import { NO_SCOPE } from '../auth/member-scope'
import { findViewerBySession, type May } from '../auth/viewer'
import { givenViewer, whoMay } from '../db/testing/fixtures'
import { givenFlow, givenInterview } from '../db/testing/interview'
import { changeMember } from './commands'
import { listMembers, requireMember } from './queries'
import { removeMember } from './removal/commands'
import { actor, added, signedIn, withoutMembers } from './testing/adding'

withoutMembers()

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

test('a team that only an interview names can be given', async () => {
  const id = await added('ada@example.com')
  await givenInterview({ teamId: 'of an interview', flowId: 'of an interview too' })
  const scope = { teams: ['of an interview'], flows: ['of an interview too'], interviews: [] }
  await changeMember(actor, id, { scope })
  await expect(requireMember(actor, id)).resolves.toMatchObject({ scope })
})

test('what a member sees or saw before can be theirs though it is gone by now, and nobody else’s', async () => {
  await givenFlow({ id: 'flow_a', teamId: 'team_a' })
  const gone = { teams: ['gone'], flows: ['gone too'], interviews: [] }
  const id = await added('ada@example.com', { scope: gone })
  const other = await added('grace@example.com')
  const more = { ...gone, teams: ['gone', 'team_a'] }
  for (const scope of [more, 'all' as const, NO_SCOPE, gone]) {
    await changeMember(actor, id, { scope })
    await expect(requireMember(actor, id)).resolves.toMatchObject({ scope })
  }
  const unknown = { code: 'scope_unknown' }
  await expect(changeMember(actor, other, { scope: gone })).rejects.toMatchObject(unknown)
  await expect(changeMember(actor, id, { scope: { ...gone, flows: ['gone'] } })).rejects.toMatchObject(unknown)
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
