import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { toldBy } from '../../audit/testing/told'
import { db } from '../../db/client'
import { credentials, members } from '../../db/schema/members'
import { givenMember, givenViewer } from '../../db/testing/fixtures'
import { untilItWaits } from '../../db/testing/until-it-waits'
import { changeRights } from '../../members/change-rights'
import { lockMember } from '../../members/lock-member'
import { NO_SCOPE } from '../member-scope'
import { operator } from '../operator'
import { findViewerBySession } from '../viewer'
import { comeIn, givenRoles, ROLES, viewerOf, withSingleSignOn } from './testing/coming-in'

withSingleSignOn()

test('who comes first time is made a member, by the name that the provider tells, and sees nothing yet', async () => {
  const events = await toldBy(() => comeIn())
  const viewer = await viewerOf(comeIn())
  expect(viewer).toMatchObject({ email: 'ada@example.com', name: 'Ada Byron', role: 'reviewer', scope: NO_SCOPE })
  const about = viewer?.memberId
  expect(events).toMatchObject([
    { code: 'member.added', about, payload: { role: 'reviewer' } },
    { code: 'member.linked', about },
    { code: 'sign_in.succeeded', about, payload: { by: 'oidc' } },
  ])
  await expect(db().$count(members)).resolves.toBe(2)
})

test('before anybody has claimed the installation only whom groups make an admin comes in', async () => {
  await db().delete(members)
  await expect(comeIn()).rejects.toMatchObject({ code: 'sso_unclaimed' })
  givenRoles(ROLES)
  await expect(comeIn({ groups: ['hiring'] })).rejects.toMatchObject({ code: 'sso_unclaimed' })
  await expect(db().$count(members)).resolves.toBe(0)
  await expect(viewerOf(comeIn({ groups: ['admins'] }))).resolves.toMatchObject({ role: 'admin' })
})

test('a name that a member cannot have is none', async () => {
  await expect(viewerOf(comeIn({ name: 'ada@example.com' }))).resolves.toMatchObject({ name: null })
})

test('of ten first sign-ins at once one makes the member, and all are theirs', async () => {
  const started = await Promise.all(Array.from({ length: 10 }, () => comeIn()))
  const viewers = await Promise.all(started.map((session) => findViewerBySession(session)))
  expect(new Set(viewers.map((viewer) => viewer?.memberId)).size).toBe(1)
  await expect(db().$count(members)).resolves.toBe(2)
})

test('of two accounts with one email that come at once one has it', async () => {
  const outcomes = await Promise.allSettled([comeIn(), comeIn({ subject: 'eve' })])
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'sso_other_account' } })
})

test('a member who was there is known by a verified email, and from then on by their subject', async () => {
  const { id } = await givenMember({ email: 'ada@example.com', role: 'recruiter' }, 'a hash')
  await expect(comeIn({ email: null })).rejects.toMatchObject({ code: 'sso_email' })
  const events = await toldBy(() => comeIn())
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

test('a first sign-in and an admin who changes its member never wait for each other for ever', async () => {
  givenRoles(ROLES)
  await givenViewer({ role: 'admin' })
  const { id } = await givenMember({ email: 'ada@example.com' }, 'a hash')
  let begun: Promise<unknown> | undefined
  await db().transaction(async (tx) => {
    await tx.select().from(members).where(eq(members.role, 'admin')).for('update')
    begun = comeIn({ groups: ['hiring'] }).catch((error: unknown) => error)
    await untilItWaits(tx, begun)
    await changeRights(tx, await lockMember(tx, operator(), id), { disabled: true })
  })
  await expect(begun).resolves.toMatchObject({ code: 'sso_disabled' })
  await expect(db().$count(credentials, eq(credentials.kind, 'oidc'))).resolves.toBe(0)
})
