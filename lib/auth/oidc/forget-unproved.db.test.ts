import { eq } from 'drizzle-orm'
import { beforeEach, expect, test, vi } from 'vitest'
import { toldBy } from '../../audit/testing/told'
import { db } from '../../db/client'
import { credentials, members, sessions } from '../../db/schema/members'
import { givenViewer, whoMay } from '../../db/testing/fixtures'
import * as environment from '../../env'
import { inviteMembers } from '../../invitations/commands'
import { acceptInvitation } from '../../invitations/joining'
import { makePasswordLink } from '../../password-links/commands'
import { usePasswordLink } from '../../password-links/using'
import { setBreakGlass, unlinkMember } from '../../members/ways-in/commands'
import { operator } from '../operator'
import * as passwords from '../sign-in/password'
import { signInByOidc } from './sign-in'

const ISSUER = 'https://login.example.com'
let email: string

beforeEach(() => {
  vi.spyOn(passwords, 'hashNewPassword').mockResolvedValue('a hash')
  vi.spyOn(environment, 'env').mockReturnValue({
    ...environment.env(),
    ...{ OIDC_ISSUER: ISSUER, OIDC_CLIENT_ID: 'debrief', OIDC_CLIENT_SECRET: 'x' },
    OIDC_ALLOWED_DOMAINS: ['example.com'],
  })
  email = `${crypto.randomUUID()}@example.com`
})

/** Somebody who used the link that a recruiter was shown: whose address it is has nobody seen. */
async function givenJoined() {
  const recruiter = whoMay(await givenViewer({ role: 'recruiter' }), 'member.invite')
  const { invitations: made } = await inviteMembers(recruiter, { emails: [email], role: 'reviewer', scope: 'all' })
  const token = made[0]?.link.split('/').at(-1) ?? ''
  await acceptInvitation({ token, name: 'Boss', password: 'vexed otter plays', address: crypto.randomUUID() })
  const [member] = await db().select().from(members).where(eq(members.email, email))
  const memberId = member?.id ?? ''
  const key = { passkeyId: crypto.randomUUID(), publicKey: Buffer.of(1), signCount: 0, name: 'Theirs' }
  await db()
    .insert(credentials)
    .values({ memberId, kind: 'passkey', ...key })
  await db().insert(sessions).values({ memberId, expiresAt: '2100-01-01T00:00:00Z' })
  return memberId
}

const comeIn = (issuer = ISSUER) => {
  const identity = { issuer, subject: email, email, name: null, groups: [], sid: null, issuedAt: Date.now() / 1_000 }
  return signInByOidc(identity, { address: 'unknown', userAgent: null })
}
const waysOf = async (memberId: string) => {
  const stored = await db().select().from(credentials).where(eq(credentials.memberId, memberId))
  return stored.map(({ kind }) => kind).toSorted()
}

test('whoever used an invitation before its address was vouched for has no way in left, and no session', async () => {
  const memberId = await givenJoined()
  const told = await toldBy(() => comeIn())
  expect(told.map(({ code }) => code)).toEqual(['member.linked', 'member.ways_in_forgotten', 'sign_in.succeeded'])
  expect(await waysOf(memberId)).toEqual(['oidc'])
  expect(await db().$count(sessions, eq(sessions.memberId, memberId))).toBe(1)
})

test('a link for a new password that somebody got in their name before is dead', async () => {
  await givenJoined()
  const { link } = await makePasswordLink(operator(), { email })
  await comeIn()
  const used = usePasswordLink({ token: link.split('/').at(-1) ?? '', password: 'vexed otter', address: 'x' })
  await expect(used).rejects.toMatchObject({ code: 'password_link_closed' })
})

test('what they add once they are vouched for stays, whatever account they come by later', async () => {
  const memberId = await givenJoined()
  await comeIn()
  await db().insert(credentials).values({ memberId, kind: 'password', passwordHash: 'their own' })
  await comeIn()
  vi.mocked(environment.env).mockReturnValue({ ...environment.env(), OIDC_ISSUER: 'https://another.example.com' })
  await comeIn('https://another.example.com')
  expect(await waysOf(memberId)).toEqual(['oidc', 'oidc', 'password'])
})

test('a member whom nobody invited keeps their password, and so does who breaks the glass', async () => {
  const memberId = await givenJoined()
  await db().update(members).set({ role: 'admin' }).where(eq(members.id, memberId))
  await setBreakGlass(operator(), { email, on: true })
  await comeIn()
  expect(await waysOf(memberId)).toEqual(['oidc', 'passkey', 'password'])
  // As an admin who is none any more they break nothing.
  await unlinkMember(operator(), email)
  await db().update(members).set({ role: 'reviewer' }).where(eq(members.id, memberId))
  await comeIn()
  expect(await waysOf(memberId)).toEqual(['oidc'])
})
