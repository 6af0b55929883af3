import { eq, sql } from 'drizzle-orm'
import { beforeEach, expect, test, vi } from 'vitest'
import { toldBy } from '../audit/testing/told'
import { hashOfToken } from '../auth/link-token'
import { operator } from '../auth/operator'
import type { Role } from '../auth/permissions'
import * as passwords from '../auth/sign-in/password'
import { signIn } from '../auth/sign-in/sign-in'
import { findViewerBySession, type May, type Viewer } from '../auth/viewer'
import { db } from '../db/client'
import { auditEvents } from '../db/schema/audit'
import { jobs } from '../db/schema/jobs'
import { invitations, memberFlows, memberInterviews, members, signInAttempts } from '../db/schema/members'
import { everyRow } from '../db/testing/every-row'
import { givenViewer, whoMay } from '../db/testing/fixtures'
import { givenFlow, givenInterview } from '../db/testing/interview'
import { DebriefError } from '../errors'
import { processNext } from '../jobs/process'
import { interviewsOf, seen } from '../interviews/seen'
import type { Mail } from '../mail/mail'
import * as mail from '../mail/send'
import { inviteMembers, renewInvitation, withdrawInvitation } from './commands'
import type { InvitedScope } from './invitation'
import { sendingInvitation } from './mail-job'
import { acceptInvitation, readInvitation } from './joining'
import { listInvitations } from './queries'

const password = 'vexed otter plays nine zithers'
const CLOSED = { code: 'invitation_closed' }
const NO_TEAMS = { teams: [], flows: [], interviews: [] }

let admin: May<'member.invite'>
beforeEach(async () => {
  vi.restoreAllMocks()
  vi.spyOn(passwords, 'hashNewPassword').mockResolvedValue('a hash')
  await db().delete(signInAttempts)
  await db().delete(jobs)
  admin = await givenWhoInvites({ role: 'admin' })
})

async function givenWhoInvites(given: Parameters<typeof givenViewer>[0]) {
  return whoMay(await givenViewer(given), 'member.invite')
}

const somebody = () => `${crypto.randomUUID()}@example.com`
const tokenIn = (link: string) => link.split('/').at(-1) ?? ''

async function invite(email: string, by = admin, role: Role = 'reviewer', scope: InvitedScope = 'all') {
  const { invitations: made } = await inviteMembers(by, { emails: [email], role, scope })
  const [invitation] = made
  if (!invitation) throw new Error(`${email} was not invited`)
  return { ...invitation, token: tokenIn(invitation.link) }
}

const accept = (token: string, over: { name?: string; password?: string; address?: string } = {}) =>
  acceptInvitation({ token, name: 'Grace Hopper', password, address: crypto.randomUUID(), ...over })
const read = (token: string) => readInvitation(token, crypto.randomUUID())
const find = async (email: string) => (await db().select().from(members).where(eq(members.email, email)))[0]

test('whoever is invited joins by the link, as the role and with the scope that they were given, and signs in', async () => {
  vi.mocked(passwords.hashNewPassword).mockRestore()
  const email = somebody()
  const { link, token, expiresAt } = await invite(email)
  expect(link).toMatch(/^http:\/\/localhost:3000\/invite\/[\w-]{43}$/)
  expect((Date.parse(expiresAt) - Date.now()) / 86_400_000).toBeCloseTo(7, 2)
  await expect(read(token)).resolves.toEqual({ email, role: 'reviewer', by: admin.email })

  await expect(accept(token)).resolves.toMatchObject({ email })
  const { sessionId } = await signIn({ email, password, address: crypto.randomUUID() })
  await expect(findViewerBySession(sessionId)).resolves.toMatchObject({
    ...{ email, name: 'Grace Hopper', role: 'reviewer', scope: 'all' },
  })
  await expect(listInvitations(admin)).resolves.not.toContainEqual(expect.objectContaining({ email }))
})

test('whatever strangers try against a newcomer, they sign in where they joined', async () => {
  vi.mocked(passwords.hashNewPassword).mockRestore()
  const email = somebody()
  const { token } = await invite(email)
  const signInFrom = (deviceCookie?: string, typed = password) =>
    signIn({ email, password: typed, address: crypto.randomUUID(), deviceCookie })
  for (let count = 0; count < 11; count++) await signInFrom(undefined, 'a guess of nobody').catch(() => {})
  const { setDevice } = await accept(token)
  await expect(signInFrom()).rejects.toMatchObject({ code: 'too_many_attempts' })
  await expect(signInFrom(/^[^=]+=([^;]+);/.exec(setDevice)?.[1])).resolves.toBeDefined()
})

test('they see the teams, flows and interviews that were named, as far as these are still there', async () => {
  const email = somebody()
  const { id } = await givenInterview({ teamId: 'of_another' })
  const scope = { teams: ['team_a'], flows: ['flow_a'], interviews: [id, 'gone by now'] }
  const { token } = await invite(email, admin, 'reviewer', scope)
  await accept(token)
  const { id: memberId = '', seesAllTeams } = (await find(email)) ?? {}
  expect(seesAllTeams).toBe(false)
  const flows = await db().select().from(memberFlows).where(eq(memberFlows.memberId, memberId))
  expect(flows).toEqual([{ memberId, flowId: 'flow_a' }])
  const interviews = await db().select().from(memberInterviews).where(eq(memberInterviews.memberId, memberId))
  expect(interviews).toEqual([{ memberId, interviewId: id }])
})

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

const outdate = (id: string) =>
  db()
    .update(invitations)
    .set({ expiresAt: new Date(0).toISOString() })
    .where(eq(invitations.id, id))

const ENDS: Record<string, (made: { id: string; token: string }) => Promise<unknown>> = {
  'was used': ({ token }) => accept(token),
  'is too old': ({ id }) => outdate(id),
  'was withdrawn': ({ id }) => withdrawInvitation(admin, id),
  'was made anew': ({ id }) => renewInvitation(admin, id),
  'was made by one who is disabled now': () =>
    db()
      .update(members)
      .set({ disabledAt: sql`now()` })
      .where(eq(members.id, admin.memberId)),
  'was made by one who may not invite any more': () =>
    db().update(members).set({ role: 'reviewer' }).where(eq(members.id, admin.memberId)),
}

test.each(Object.entries(ENDS))('a link that %s answers as one that never was, and lets nobody in', async (_, end) => {
  const made = await invite(somebody())
  await end(made)
  const never = tokenIn(`x/${made.token.split('').toReversed().join('')}`)
  for (const ask of [read, accept]) {
    await expect(ask(made.token)).rejects.toMatchObject(CLOSED)
    await expect(ask(never)).rejects.toMatchObject(CLOSED)
  }
})

test('opening a link uses nothing up: mail servers do it too', async () => {
  const { token } = await invite(somebody())
  const before = await everyRow({ but: ['sign_in_attempts'] })
  for (let count = 0; count < 60; count++) await readInvitation(token, '192.0.2.7')
  expect(await everyRow({ but: ['sign_in_attempts'] })).toEqual(before)
  await accept(token, { address: '192.0.2.7' })
})

test('of ten who use a link at once one joins', async () => {
  const email = somebody()
  const { token } = await invite(email)
  const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => accept(token)))
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const outcome of outcomes) if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject(CLOSED)
  await expect(db().$count(members, eq(members.email, email))).resolves.toBe(1)
})

test('who has become a member meanwhile is told so', async () => {
  const email = somebody()
  const { token } = await invite(email)
  await db().insert(members).values({ email, role: 'reviewer' })
  await expect(accept(token)).rejects.toMatchObject({ code: 'invited_already_member' })
})

test('a name or password that cannot be leaves the link as it was', async () => {
  vi.mocked(passwords.hashNewPassword).mockRestore()
  const { token } = await invite(somebody())
  await expect(accept(token, { name: ' ' })).rejects.toMatchObject({ code: 'name_invalid' })
  await expect(accept(token, { password: 'short' })).rejects.toMatchObject({ code: 'password_too_short' })
  await expect(read(token)).resolves.toBeDefined()
})

test('guessing is throttled by address, before anything is looked up', async () => {
  const { token } = await invite(somebody())
  for (let count = 0; count < 50; count++)
    await expect(readInvitation(`guess ${count}`, '192.0.2.8')).rejects.toMatchObject(CLOSED)
  for (const ask of [() => readInvitation(token, '192.0.2.8'), () => accept(token, { address: '192.0.2.8' })])
    await expect(ask()).rejects.toMatchObject({ code: 'too_many_attempts' })
  await expect(read(token)).resolves.toBeDefined()
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

test('an invitation into what its maker has lost lets nobody in', async () => {
  const recruiter = await givenWhoInvites({ role: 'recruiter', teams: ['team_a'] })
  const { token, id } = await invite(somebody(), recruiter, 'reviewer', { ...NO_TEAMS, teams: ['team_a'] })
  await db().execute(sql`DELETE FROM member_teams WHERE member_id = ${recruiter.memberId}`)
  await expect(accept(token)).rejects.toMatchObject(CLOSED)
  await expect(renewInvitation(recruiter, id)).rejects.toMatchObject({ code: 'scope_too_wide' })
  await expect(read(tokenIn((await renewInvitation(admin, id)).link))).resolves.toBeDefined()
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

test('what a new member was invited to see is what they see', async () => {
  const { id } = await givenInterview({ teamId: 'team_c' })
  await givenInterview({ teamId: 'team_d' })
  const email = somebody()
  const { token } = await invite(email, admin, 'reviewer', { ...NO_TEAMS, teams: ['team_c'] })
  await accept(token)
  const viewer = await givenSessionOf(email)
  const ids = await db().select({ id: seen.id }).from(interviewsOf(viewer))
  expect(ids).toEqual([{ id }])
})

async function givenSessionOf(email: string): Promise<Viewer> {
  const member = await find(email)
  const { rows } = await db().execute<{ id: string }>(sql`INSERT INTO sessions (member_id, expires_at)
    VALUES (${member?.id}, now() + interval '1 hour') RETURNING id`)
  const viewer = await findViewerBySession(rows[0]?.id ?? '')
  if (!viewer) throw new Error('no session')
  return viewer
}

const listed = async (id: string) => (await listInvitations(admin)).find((invitation) => invitation.id === id)

/** In the place of a mail server. */
function givenMail() {
  const sent: Mail[] = []
  vi.spyOn(mail, 'isMailSetUp').mockReturnValue(true)
  vi.spyOn(mail, 'mailHost').mockReturnValue('smtp.example.com')
  const send = vi.spyOn(mail, 'sendMail').mockImplementation(async (one) => void sent.push(one))
  return { sent, send }
}

test('an invitation is mailed with its link, once', async () => {
  const { sent } = givenMail()
  const { id, email, link, sent: isMailed } = await invite(somebody())
  expect(isMailed).toBe(true)
  await expect(listed(id)).resolves.toMatchObject({ mail: { is: 'waiting' } })
  while (await processNext([sendingInvitation]));
  expect(sent).toMatchObject([{ to: email, parts: [expect.any(String), { link }, expect.any(String)] }])
  await expect(listed(id)).resolves.toMatchObject({ mail: { is: 'sent', at: expect.any(String) } })
})

test('a link that was made anew or withdrawn meanwhile is not mailed any more', async () => {
  const { sent } = givenMail()
  const [renewed, withdrawn] = [await invite(somebody()), await invite(somebody())]
  const { link } = await renewInvitation(admin, renewed.id)
  await withdrawInvitation(admin, withdrawn.id)
  while (await processNext([sendingInvitation]));
  expect(sent).toMatchObject([{ to: renewed.email, parts: [expect.any(String), { link }, expect.any(String)] }])
})

test('what a mail server refuses is said with its name and when, until it is sent again; the link works', async () => {
  const { send } = givenMail()
  send.mockRejectedValue(new DebriefError('mail_refused'))
  const { id, token } = await invite(somebody())
  while (await processNext([sendingInvitation]));
  const refused = { is: 'refused', host: 'smtp.example.com', at: expect.stringMatching(/^\d{4}-.*Z$/) }
  await expect(listed(id)).resolves.toMatchObject({ mail: refused })
  await expect(read(token)).resolves.toBeDefined()

  send.mockResolvedValue()
  await renewInvitation(admin, id)
  await expect(listed(id)).resolves.toMatchObject({ mail: { is: 'waiting' } })
  while (await processNext([sendingInvitation]));
  await expect(listed(id)).resolves.toMatchObject({ mail: { is: 'sent' } })
})

test('a mail server that is away is asked again, and the invitation waits', async () => {
  const { send } = givenMail()
  send.mockRejectedValue(new DebriefError('mail_unreachable'))
  const { id } = await invite(somebody())
  while (await processNext([sendingInvitation]));
  expect(send).toHaveBeenCalledOnce()
  await expect(listed(id)).resolves.toMatchObject({ mail: { is: 'waiting' } })
})
