import { eq, sql } from 'drizzle-orm'
import { describe, expect, test, vi } from 'vitest'
import { toldBy } from '../audit/testing/told'
import { hashOfToken } from '../auth/link-token'
import { operator } from '../auth/operator'
import { db } from '../db/client'
import { auditEvents } from '../db/schema/audit'
import { jobs } from '../db/schema/jobs'
import { invitations } from '../db/schema/members'
import { everyRow } from '../db/testing/every-row'
import { givenFlow, givenInterview } from '../db/testing/interview'
import * as mail from '../mail/send'
import { inviteMembers, renewInvitation, withdrawInvitation } from './commands'
import type { InvitedScope } from './invitation'
import { listInvitations } from './queries'
import { makeInvitations } from './stored'
import {
  accept,
  admin,
  find,
  givenWhoInvites,
  invite,
  NO_TEAMS,
  outdate,
  read,
  somebody,
  tokenIn,
  withInvitations,
} from './testing/inviting'

withInvitations()

test('many are invited at once: each line that cannot be says why, and the rest goes', async () => {
  const [invited, fresh] = [somebody(), somebody()]
  await invite(invited)
  const emails = [fresh, fresh.toUpperCase(), admin.email, invited, 'nobody@', ' ']
  const { invitations: made, refused } = await inviteMembers(admin, { emails, role: 'reviewer', scope: 'all' })
  expect(made.map(({ email }) => email)).toEqual([fresh])
  expect(refused).toEqual([
    { email: 'nobody@', reason: 'not an address' },
    { email: invited, reason: 'already invited' },
    { email: admin.email, reason: 'already a member' },
  ])
})

test('of two who invite the same address at once one does', async () => {
  const email = somebody()
  const other = await givenWhoInvites({ role: 'admin' })
  const both = await Promise.all(
    [admin, other].map((by) => inviteMembers(by, { emails: [email], role: 'reviewer', scope: 'all' })),
  )
  expect(both.flatMap(({ invitations: made }) => made)).toHaveLength(1)
  expect(both.flatMap(({ refused }) => refused)).toEqual([{ email, reason: 'already invited' }])
})

test('who invites many is told of them in the order in which they pasted them', async () => {
  const emails = ['b', 'a', 'c'].map((letter) => `${letter}-${somebody()}`)
  const { invitations: made } = await inviteMembers(admin, { emails, role: 'reviewer', scope: 'all' })
  expect(made.map(({ email }) => email)).toEqual(emails)
})

async function countWaiting() {
  const here = sql`datname = current_database() AND wait_event_type = 'Lock'`
  return (await db().execute(sql`SELECT FROM pg_stat_activity WHERE ${here}`)).rowCount
}

// The embedded database lets them take turns.
describe.each(process.env.TEST_DATABASE_URL ? ['on PostgreSQL'] : [])('%s', () => {
  test('who invites whom another one invites waits for the first before they hold one that comes after it', async () => {
    const [first = '', second = ''] = ['a', 'b'].map((letter) => `${letter}-${somebody()}`)
    const begun: Promise<unknown>[] = []
    await db().transaction(async (tx) => {
      const make = (email: string) =>
        makeInvitations(tx, { emails: [email], role: 'reviewer', scope: 'all', byId: admin.memberId, isMailed: false })
      await make(first)
      begun.push(inviteMembers(admin, { emails: [second, first], role: 'reviewer', scope: 'all' }))
      await expect.poll(countWaiting).toBe(1)
      // Whoever held it would now wait for this transaction, and it for them.
      await expect(make(second)).resolves.toHaveLength(1)
    })
    await expect(Promise.all(begun)).resolves.toMatchObject([{ invitations: [] }])
  })
})

test('an address whose invitation is too old is invited again, and the old one is over', async () => {
  const email = somebody()
  const old = await invite(email)
  await outdate(old.id)
  const fresh = await invite(email)
  expect(fresh.id).not.toBe(old.id)
  const listed = (await listInvitations(admin)).filter((invitation) => invitation.email === email)
  expect(listed).toMatchObject([{ id: fresh.id, isExpired: false }])
})

test('one that is too old is listed as that, and works again by another link', async () => {
  const made = await invite(somebody())
  await outdate(made.id)
  await expect(listInvitations(admin)).resolves.toContainEqual(
    expect.objectContaining({ id: made.id, isExpired: true }),
  )
  const renewed = await renewInvitation(admin, made.id)
  await expect(read(tokenIn(renewed.link))).resolves.toMatchObject({ email: made.email })
})

test('no token is in any row, also of what is to be mailed', async () => {
  vi.spyOn(mail, 'isMailSetUp').mockReturnValue(true)
  const { token, id } = await invite(somebody())
  const renewed = tokenIn((await renewInvitation(admin, id)).link)
  const rows = JSON.stringify(await everyRow())
  for (const secret of [token, renewed]) {
    expect(rows).not.toContain(secret)
    expect(rows).not.toContain(Buffer.from(secret, 'base64url').toString('hex'))
  }
  expect(rows).toContain(hashOfToken(renewed).toString('hex'))
})

test('the log tells who was given which role and scope, and never an address', async () => {
  const email = somebody()
  const scope = { ...NO_TEAMS, teams: ['team_a'] }
  const told = await toldBy(async () => {
    const { id } = await invite(email, admin, 'recruiter', scope)
    await accept(tokenIn((await renewInvitation(admin, id)).link))
    await withdrawInvitation(admin, (await invite(somebody())).id)
  })
  expect(told).toMatchObject([
    { code: 'invitation.made', actorId: admin.memberId, payload: { role: 'recruiter', scope } },
    { code: 'invitation.renewed', actorId: admin.memberId },
    { code: 'invitation.accepted', actorKind: 'system', payload: { memberId: (await find(email))?.id } },
    { code: 'invitation.made' },
    { code: 'invitation.withdrawn', actorId: admin.memberId },
  ])
  const rows = JSON.stringify(await db().select().from(auditEvents))
  expect(rows).not.toContain('@')
})

test('a recruiter invites reviewers alone', async () => {
  const recruiter = await givenWhoInvites({ role: 'recruiter' })
  for (const role of ['admin', 'recruiter'] as const)
    await expect(invite(somebody(), recruiter, role)).rejects.toMatchObject({ code: 'forbidden' })
  await invite(somebody(), recruiter)
})

test('nobody is invited as an admin who would see some of it only: an admin sees everything', async () => {
  const refused = { code: 'admin_sees_all' }
  for (const scope of [NO_TEAMS, { ...NO_TEAMS, teams: ['team_a'] }]) {
    const email = somebody()
    await expect(invite(email, admin, 'admin', scope)).rejects.toMatchObject(refused)
    const inAShell = inviteMembers(operator(), { emails: [email], role: 'admin', scope })
    await expect(inAShell).rejects.toMatchObject(refused)
    await expect(db().$count(invitations, eq(invitations.email, email))).resolves.toBe(0)
  }
  const recruiter = await givenWhoInvites({ role: 'recruiter' })
  await expect(invite(somebody(), recruiter, 'admin', NO_TEAMS)).rejects.toMatchObject({ code: 'forbidden' })
})

test('a recruiter gives nobody more to see than they see themselves', async () => {
  const [own, foreign] = [await givenFlow({ teamId: 'team_a' }), await givenFlow({ teamId: 'team_b' })]
  const recruiter = await givenWhoInvites({ role: 'recruiter', teams: ['team_a'], flows: [own.id] })
  const ofTeam = await givenFlow({ teamId: 'team_a' })
  const mixed = await givenFlow({ teamId: 'team_a' })
  const seenOne = await givenInterview({ teamId: 'team_a', flowId: own.id })
  const hiddenOne = await givenInterview({ teamId: 'team_b', flowId: mixed.id })
  const tooWide: InvitedScope[] = [
    'all',
    { ...NO_TEAMS, teams: ['team_a', 'team_b'] },
    { ...NO_TEAMS, flows: [own.id, foreign.id] },
    // Alike, or the refusal of one would tell of the other team's interviews.
    { ...NO_TEAMS, flows: [ofTeam.id] },
    { ...NO_TEAMS, flows: [mixed.id] },
    { ...NO_TEAMS, flows: ['no such flow'] },
    { ...NO_TEAMS, interviews: [seenOne.id, hiddenOne.id] },
    { ...NO_TEAMS, interviews: ['no such interview'] },
  ]
  for (const scope of tooWide)
    await expect(invite(somebody(), recruiter, 'reviewer', scope), JSON.stringify(scope)).rejects.toMatchObject({
      code: 'scope_too_wide',
    })
  const within = { teams: ['team_a'], flows: [own.id], interviews: [seenOne.id] }
  await invite(somebody(), recruiter, 'reviewer', within)
})

test('nobody is invited to an interview that is not there; a team or a flow may still have to come', async () => {
  const email = somebody()
  const { id } = await givenInterview({ teamId: 'team_a' })
  const missing = { ...NO_TEAMS, interviews: [id, 'a typo'] }
  await expect(invite(email, admin, 'reviewer', missing)).rejects.toMatchObject({
    code: 'scope_unknown',
    detail: 'There is no interview a typo.',
  })
  await invite(email, admin, 'reviewer', { teams: ['to come'], flows: ['to come'], interviews: [id] })
})

test('a recruiter is told of the invitations that they made, and has no say about others', async () => {
  const recruiter = await givenWhoInvites({ role: 'recruiter' })
  const [own, other] = [await invite(somebody(), recruiter), await invite(somebody())]
  await expect(listInvitations(recruiter)).resolves.toMatchObject([{ id: own.id }])
  const ids = (await listInvitations(admin)).map(({ id }) => id)
  expect(ids).toEqual(expect.arrayContaining([own.id, other.id]))
  for (const does of [renewInvitation, withdrawInvitation]) {
    await expect(does(recruiter, other.id)).rejects.toMatchObject({ code: 'invitation_not_found' })
    await expect(does(recruiter, crypto.randomUUID())).rejects.toMatchObject({ code: 'invitation_not_found' })
  }
})

test('one that was used or withdrawn is neither made anew nor withdrawn', async () => {
  const [used, withdrawn] = [await invite(somebody()), await invite(somebody())]
  await accept(used.token)
  await withdrawInvitation(admin, withdrawn.id)
  for (const { id } of [used, withdrawn])
    for (const does of [renewInvitation, withdrawInvitation])
      await expect(does(admin, id)).rejects.toMatchObject({ code: 'invitation_not_found' })
})

test('who has a shell on the server invites too, and mails nothing', async () => {
  vi.spyOn(mail, 'isMailSetUp').mockReturnValue(true)
  const email = somebody()
  const { invitations: made } = await inviteMembers(operator(), { emails: [email], role: 'admin', scope: 'all' })
  expect(made).toMatchObject([{ email, sent: false }])
  await expect(db().$count(jobs, eq(jobs.kind, 'invitations.send'))).resolves.toBe(0)
  await expect(read(tokenIn(made[0]?.link ?? ''))).resolves.toMatchObject({ by: null })
})
