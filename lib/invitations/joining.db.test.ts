import { eq, sql } from 'drizzle-orm'
import { expect, test, vi } from 'vitest'
import * as passwords from '../auth/sign-in/password'
import { signIn } from '../auth/sign-in/sign-in'
import { findViewerBySession, type Viewer } from '../auth/viewer'
import { db } from '../db/client'
import { interviews } from '../db/schema/interviews'
import { memberFlows, memberInterviews, members } from '../db/schema/members'
import { everyRow } from '../db/testing/every-row'
import { givenInterview } from '../db/testing/interview'
import * as environment from '../env'
import { interviewsOf, seen } from '../interviews/seen'
import { renewInvitation, withdrawInvitation } from './commands'
import { readInvitation } from './joining'
import { listInvitations } from './queries'
import {
  accept,
  admin,
  CLOSED,
  find,
  givenWhoInvites,
  invite,
  NO_TEAMS,
  outdate,
  password,
  read,
  somebody,
  tokenIn,
  withInvitations,
} from './testing/inviting'

withInvitations()

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
  const { id: gone } = await givenInterview()
  const scope = { teams: ['team_a'], flows: ['flow_a'], interviews: [id, gone] }
  const { token } = await invite(email, admin, 'reviewer', scope)
  await db().delete(interviews).where(eq(interviews.id, gone))
  await accept(token)
  const { id: memberId = '', seesAllTeams } = (await find(email)) ?? {}
  expect(seesAllTeams).toBe(false)
  const flows = await db().select().from(memberFlows).where(eq(memberFlows.memberId, memberId))
  expect(flows).toEqual([{ memberId, flowId: 'flow_a' }])
  const named = await db().select().from(memberInterviews).where(eq(memberInterviews.memberId, memberId))
  expect(named).toEqual([{ memberId, interviewId: id }])
})

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

test('where passwords are off nobody joins with one: the link stays as it was, for single sign-on', async () => {
  const email = somebody()
  const { token } = await invite(email)
  const usual = environment.env()
  const env = vi.spyOn(environment, 'env').mockReturnValue({ ...usual, PASSWORD_SIGN_IN: 'off' })
  const before = await everyRow()
  await expect(accept(token)).rejects.toMatchObject({ code: 'password_serves_nothing' })
  expect(passwords.hashNewPassword).not.toHaveBeenCalled()
  expect(await everyRow()).toEqual(before)
  await expect(read(token)).resolves.toMatchObject({ email })
  env.mockReturnValue(usual)
  await expect(accept(token)).resolves.toMatchObject({ email })
})

const guess = (count: number) => readInvitation(`guess ${count}`, '192.0.2.8')

test('guessing is refused soon, and keeps nobody at that address out who has a link', async () => {
  const { token } = await invite(somebody())
  for (let count = 0; count < 50; count++) await expect(guess(count)).rejects.toMatchObject(CLOSED)
  await expect(guess(50)).rejects.toMatchObject({ code: 'too_many_attempts' })
  await expect(readInvitation(token, '192.0.2.8')).resolves.toBeDefined()
  await expect(accept(token, { address: '192.0.2.8' })).resolves.toBeDefined()
})

test('an invitation into what its maker has lost lets nobody in', async () => {
  const recruiter = await givenWhoInvites({ role: 'recruiter', teams: ['team_a'] })
  const { token, id } = await invite(somebody(), recruiter, 'reviewer', { ...NO_TEAMS, teams: ['team_a'] })
  await db().execute(sql`DELETE FROM member_teams WHERE member_id = ${recruiter.memberId}`)
  await expect(accept(token)).rejects.toMatchObject(CLOSED)
  await expect(renewInvitation(recruiter, id)).rejects.toMatchObject({ code: 'scope_too_wide' })
  await expect(read(tokenIn((await renewInvitation(admin, id)).link))).resolves.toBeDefined()
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
