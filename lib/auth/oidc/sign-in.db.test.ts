import { randomBytes } from 'node:crypto'
import { eq, isNull } from 'drizzle-orm'
import { beforeEach, expect, test, vi } from 'vitest'
import * as environment from '../../env'
import { db } from '../../db/client'
import { auditEvents } from '../../db/schema/audit'
import { credentials, invitations, members, providerLogouts, sessions } from '../../db/schema/members'
import { givenMember, givenViewer } from '../../db/testing/fixtures'
import type { GroupRole } from '../../oidc-variables'
import { NO_SCOPE } from '../member-scope'
import { findViewerBySession } from '../viewer'
import type { Identity } from './identity'
import { endProviderSessions } from './provider-logout'
import { signInByOidc } from './sign-in'

const ISSUER = 'https://login.example.com'
const ROLES: GroupRole[] = [
  { group: 'admins', role: 'admin', teams: null },
  { group: 'hiring', role: 'recruiter', teams: null },
  { group: 'nights', role: 'reviewer', teams: ['team_a'] },
]
const now = () => Math.floor(Date.now() / 1_000)

let identity: Identity
beforeEach(async () => {
  await db().delete(invitations)
  await db().delete(members)
  await db().delete(providerLogouts)
  givenRoles()
  identity = {
    ...{ issuer: ISSUER, subject: 'ada', email: 'ada@example.com', name: 'Ada Byron', groups: [], sid: 'sid 1' },
    issuedAt: now(),
  }
})

function givenRoles(OIDC_ROLES?: GroupRole[]) {
  const env = environment.env()
  vi.spyOn(environment, 'env').mockReturnValue({
    ...env,
    ...{
      OIDC_ISSUER: ISSUER,
      OIDC_CLIENT_ID: 'debrief',
      OIDC_CLIENT_SECRET: 'x',
      OIDC_ALLOWED_DOMAINS: ['example.com'],
    },
    OIDC_ROLES,
  })
}

const comeIn = (over: Partial<Identity> = {}) =>
  signInByOidc({ ...identity, ...over }, { address: 'unknown', userAgent: null })
const viewerOf = async (session: Promise<string>) => findViewerBySession(await session)
const toldNow = async () =>
  (await db().select().from(auditEvents).orderBy(auditEvents.seq)).map(({ code, about, payload }) => ({
    code,
    about,
    payload,
  }))
const told = async (work: () => Promise<unknown>) => {
  const before = await toldNow()
  await work()
  return (await toldNow()).slice(before.length)
}

test('who comes first time is made a member, by the name that the provider tells, and sees nothing yet', async () => {
  const events = await told(() => comeIn())
  const viewer = await viewerOf(comeIn())
  expect(viewer).toMatchObject({ email: 'ada@example.com', name: 'Ada Byron', role: 'reviewer', scope: NO_SCOPE })
  const about = viewer?.memberId
  expect(events).toMatchObject([
    { code: 'member.added', about, payload: { role: 'reviewer' } },
    { code: 'member.linked', about },
    { code: 'sign_in.succeeded', about, payload: { by: 'oidc' } },
  ])
  await expect(db().$count(members)).resolves.toBe(1)
})

test('a name that a member cannot have is none', async () => {
  await expect(viewerOf(comeIn({ name: 'ada@example.com' }))).resolves.toMatchObject({ name: null })
})

test('of ten first sign-ins at once one makes the member, and all are theirs', async () => {
  const started = await Promise.all(Array.from({ length: 10 }, () => comeIn()))
  const viewers = await Promise.all(started.map((session) => findViewerBySession(session)))
  expect(new Set(viewers.map((viewer) => viewer?.memberId)).size).toBe(1)
  await expect(db().$count(members)).resolves.toBe(1)
})

test('of two accounts with one email that come at once one has it', async () => {
  const outcomes = await Promise.allSettled([comeIn(), comeIn({ subject: 'eve' })])
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'sso_other_account' } })
})

test('a member who was there is known by a verified email, and from then on by their subject', async () => {
  const { id } = await givenMember({ email: 'ada@example.com', role: 'recruiter' }, 'a hash')
  await expect(comeIn({ email: null })).rejects.toMatchObject({ code: 'sso_email' })
  const events = await told(() => comeIn())
  expect(events).toMatchObject([{ code: 'member.linked', about: id }, { code: 'sign_in.succeeded' }])
  await expect(viewerOf(comeIn({ email: null }))).resolves.toMatchObject({
    memberId: id,
    role: 'recruiter',
    scope: 'all',
  })
  await expect(viewerOf(comeIn({ email: 'another@example.com' }))).resolves.toMatchObject({ memberId: id })
})

test('an email that has passed to another account does not bring its member along', async () => {
  await comeIn()
  await expect(comeIn({ subject: 'eve' })).rejects.toMatchObject({ code: 'sso_other_account' })
  await expect(comeIn({ issuer: 'https://another.example.com', email: null })).rejects.toMatchObject({
    code: 'sso_email',
  })
})

test('only emails of the named domains come in, whether somebody is a member or not', async () => {
  await givenMember({ email: 'ada@sub.example.com' }, 'a hash')
  for (const email of ['ada@sub.example.com', 'ada@example.com.evil.example', 'ada@notexample.com'])
    await expect(comeIn({ email })).rejects.toMatchObject({ code: 'sso_domain' })
  await comeIn()
  await db().update(members).set({ email: 'ada@elsewhere.example' }).where(eq(members.email, 'ada@example.com'))
  await expect(comeIn()).rejects.toMatchObject({ code: 'sso_domain' })
})

test('who is disabled stays out, is not linked, and nothing is changed', async () => {
  const { id } = await givenMember({ email: 'ada@example.com', disabledAt: new Date().toISOString() }, 'a hash')
  await expect(comeIn()).rejects.toMatchObject({ code: 'sso_disabled' })
  await expect(db().$count(credentials, eq(credentials.kind, 'oidc'))).resolves.toBe(0)
  await db().update(members).set({ disabledAt: null }).where(eq(members.id, id))
  await comeIn()
  await db().update(members).set({ disabledAt: new Date().toISOString() }).where(eq(members.id, id))
  await expect(comeIn()).rejects.toMatchObject({ code: 'sso_disabled' })
  await expect(comeIn({ subject: 'eve' }), 'whichever account it is').rejects.toMatchObject({ code: 'sso_disabled' })
})

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
  const events = await told(() => comeIn({ groups: ['nights'] }))
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

test('the last admin keeps their role whatever their groups, and so does who breaks the glass', async () => {
  givenRoles(ROLES)
  await expect(viewerOf(comeIn({ groups: ['admins'] }))).resolves.toMatchObject({ role: 'admin' })
  await expect(viewerOf(comeIn())).resolves.toMatchObject({ role: 'admin' })
  await givenViewer({ role: 'admin' })
  await db().update(members).set({ breakGlass: true }).where(eq(members.email, 'ada@example.com'))
  await expect(viewerOf(comeIn())).resolves.toMatchObject({ role: 'admin' })
  await db().update(members).set({ breakGlass: false }).where(eq(members.email, 'ada@example.com'))
  await expect(viewerOf(comeIn())).resolves.toMatchObject({ role: 'reviewer' })
})

const logout = (over: object = {}) =>
  endProviderSessions({
    ...{ issuer: ISSUER, subject: 'ada', sid: null, jti: crypto.randomUUID(), issuedAt: now() },
    ...over,
  })

test('the provider’s sign-out ends the session that it names, and no other', async () => {
  const [one, other] = [await comeIn({ sid: 'one' }), await comeIn({ sid: 'other' })]
  const nameless = await comeIn({ sid: null })
  const events = await told(() => logout({ subject: null, sid: 'one' }))
  expect(events).toMatchObject([{ code: 'signed_out_by_provider', payload: { sessionId: one } }])
  await expect(findViewerBySession(one)).resolves.toBeNull()
  for (const session of [other, nameless]) await expect(findViewerBySession(session)).resolves.not.toBeNull()
  await logout({ sid: 'another' })
  await expect(findViewerBySession(nameless), 'whose name was never told').resolves.toBeNull()
  await expect(findViewerBySession(other)).resolves.not.toBeNull()
})

test('a sign-out of a subject ends all that the provider began for them, and nothing of anybody else’s', async () => {
  const theirs = [await comeIn({ sid: 'one' }), await comeIn({ sid: null })]
  const viewer = await findViewerBySession(theirs[0] ?? '')
  const password = await givenSessionOf(viewer?.memberId ?? '')
  const others = [await comeIn({ subject: 'eve', email: 'eve@example.com', sid: 'two' }), password]
  await logout()
  for (const session of theirs) await expect(findViewerBySession(session)).resolves.toBeNull()
  for (const session of others) await expect(findViewerBySession(session)).resolves.not.toBeNull()
})

async function givenSessionOf(memberId: string) {
  const expiresAt = new Date(Date.now() + 3_600_000).toISOString()
  const [session] = await db().insert(sessions).values({ memberId, expiresAt }).returning()
  return session?.id ?? ''
}

test('another issuer’s sign-out ends nothing', async () => {
  const session = await comeIn()
  await logout({ issuer: 'https://another.example.com', sid: 'sid 1' })
  await expect(findViewerBySession(session)).resolves.not.toBeNull()
})

test('a token counts once', async () => {
  const jti = 'once'
  await logout({ jti })
  const session = await comeIn({ issuedAt: now() + 1 })
  await expect(logout({ jti })).rejects.toMatchObject({ code: 'logout_token_invalid' })
  await expect(findViewerBySession(session)).resolves.not.toBeNull()
})

test('no session begins of what the provider has ended meanwhile', async () => {
  await logout({ subject: null, sid: 'sid 1' })
  await expect(comeIn()).rejects.toMatchObject({ code: 'sso_ended' })
  await logout({ issuedAt: now() + 5 })
  await expect(comeIn({ sid: 'sid 2' })).rejects.toMatchObject({ code: 'sso_ended' })
  await expect(comeIn({ sid: 'sid 2', issuedAt: now() + 6 })).resolves.toEqual(expect.any(String))
})

test('a sign-in and the provider’s sign-out at once leave nobody signed in', async () => {
  for (let turn = 0; turn < 10; turn++) {
    const sid = `race ${turn}`
    await Promise.allSettled([comeIn({ sid }), logout({ subject: null, sid })])
    await expect(db().$count(sessions, eq(sessions.providerSid, sid))).resolves.toBe(0)
  }
})

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
  const events = await told(() => comeIn())
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
    await db().delete(members)
    await db().delete(invitations)
    await givenInvitation(over)
    await expect(viewerOf(comeIn())).resolves.toMatchObject({ role: 'reviewer', scope: NO_SCOPE })
  }
})

test('an invitation whose maker may not let anybody in any more gives nothing', async () => {
  for (const lost of [{ role: 'reviewer' as const }, { disabledAt: new Date().toISOString() }]) {
    await db().delete(invitations)
    await db().delete(members)
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
