// Must hold 13 and 14, for each way in which a session ends.
import { eq, sql } from 'drizzle-orm'
import { beforeEach, expect, test, vi } from 'vitest'
import { changePassword, endOtherSessions, endOwnSession } from '../account/commands'
import { db } from '../db/client'
import { members, sessions } from '../db/schema/members'
import { givenViewer, whoMay } from '../db/testing/fixtures'
import { changeMember, resetPassword } from '../members/commands'
import { requireMember } from '../members/queries'
import { makePasswordLink } from '../password-links/commands'
import { usePasswordLink } from '../password-links/using'
import { operator } from './operator'
import * as session from './session'
import { SESSION_COOKIE } from './session-cookie'
import { email, memberId, password } from './testing/ada'
import { viewerOf } from './testing/viewer-of'
import { openBrowser } from './testing/browser'
import { findViewerBySession, type Viewer } from './viewer'

type Ended = { viewer: Viewer; browser: ReturnType<typeof openBrowser> }

const from = { address: '192.0.2.1', userAgent: null }
const another = 'nine zithers vex every otter'

const WAYS: Record<string, (ended: Ended) => Promise<unknown>> = {
  'by signing out': ({ browser }) => browser.signOut(),
  'by disabling the member': () => changeMember(operator(), memberId, { disabled: true }),
  'by a new password from a shell': () => resetPassword(operator(), { email, password }),
  'by a new password of the member’s own': ({ viewer }) =>
    changePassword(whoMay(viewer, 'account.manage'), { current: password, password: another, from, deviceCookie: '' }),
  'by a password link': async () => {
    const { link } = await makePasswordLink(operator(), { memberId })
    await usePasswordLink({ token: link.split('/').at(-1) ?? '', password: another, address: crypto.randomUUID() })
  },
  'by signing out everywhere else': async () => endOtherSessions(await givenElsewhere()),
  'by ending it elsewhere': async ({ viewer }) => endOwnSession(await givenElsewhere(), viewer.sessionId),
  'by its age': ({ viewer }) =>
    db()
      .update(sessions)
      .set({ expiresAt: sql`now()` })
      .where(eq(sessions.id, viewer.sessionId)),
  'by being left for three days': ({ viewer }) =>
    db()
      .update(sessions)
      .set({ lastUsedAt: sql`now() - interval '72 hours'` })
      .where(eq(sessions.id, viewer.sessionId)),
}

async function givenElsewhere() {
  const browser = openBrowser()
  await browser.signIn(email, password)
  const viewer = await viewerOf(browser)
  if (!viewer) throw new Error('nobody is signed in')
  return whoMay(viewer, 'account.manage')
}

beforeEach(async () => {
  await db().update(members).set({ disabledAt: null }).where(eq(members.id, memberId))
  await resetPassword(operator(), { email, password })
})

test.each(Object.entries(WAYS))(
  'a session that is ended %s is nobody’s on the next request, and no poll under way brings it back',
  async (_, end) => {
    const browser = openBrowser()
    await browser.signIn(email, password)
    const viewer = await viewerOf(browser)
    if (!viewer) throw new Error('nobody is signed in')
    const slow = openBrowser()
    for (const [name, value] of browser.cookies) slow.cookies.set(name, value)

    const live = vi.spyOn(session, 'findSessionEnd').mockResolvedValue(new Date(Date.now() + 60_000).toISOString())
    await end({ viewer, browser })
    const late = await slow.send('GET', 'session')
    live.mockRestore()

    expect(late.headers.getSetCookie().join()).toContain(`${SESSION_COOKIE}=`)
    await expect(viewerOf(slow)).resolves.toBeNull()
    await expect((await slow.send('GET', 'session')).json()).resolves.toEqual({})
    expect(slow.cookies.has(SESSION_COOKIE)).toBe(false)
  },
)

const lastHere = async () => Date.parse((await requireMember(operator(), memberId)).lastSeenAt ?? '')

test.each(Object.entries(WAYS))('when a member was last here stays when their session is ended %s', async (_, end) => {
  const browser = openBrowser()
  await browser.signIn(email, password)
  const viewer = await viewerOf(browser)
  if (!viewer) throw new Error('nobody is signed in')
  const signedIn = await lastHere()
  await setLastUse(viewer.sessionId, '6 minutes')
  await findViewerBySession(viewer.sessionId)
  await expect.poll(lastHere).toBeGreaterThan(signedIn)
  const used = await lastHere()

  await end({ viewer, browser })
  await session.forgetExpiredSessions()
  await expect(findViewerBySession(viewer.sessionId)).resolves.toBeNull()
  await expect(lastHere()).resolves.toBeGreaterThanOrEqual(used)
})

const lastUse = async (id: string) => {
  const [row] = await db().select({ at: sessions.lastUsedAt }).from(sessions).where(eq(sessions.id, id))
  return Date.parse(row?.at ?? '')
}
const setLastUse = (id: string, ago: string) =>
  db()
    .update(sessions)
    .set({ lastUsedAt: sql`now() - ${ago}::interval` })
    .where(eq(sessions.id, id))

test('when a session was used is written once in five minutes, however often it is', async () => {
  const { sessionId } = await givenViewer()
  await setLastUse(sessionId, '4 minutes 50 seconds')
  const before = await lastUse(sessionId)
  const noted = vi.spyOn(session, 'noteUse')
  for (let count = 0; count < 3; count++) await findViewerBySession(sessionId)
  expect(noted).not.toHaveBeenCalled()
  expect(await lastUse(sessionId)).toBe(before)

  await setLastUse(sessionId, '6 minutes')
  await findViewerBySession(sessionId)
  await expect.poll(() => lastUse(sessionId)).toBeGreaterThan(before)
})

test('a session that is used goes on for days, and its use brings back none that is over', async () => {
  const { sessionId } = await givenViewer()
  await setLastUse(sessionId, '71 hours')
  await expect(findViewerBySession(sessionId)).resolves.not.toBeNull()
  await expect.poll(async () => Date.now() - (await lastUse(sessionId))).toBeLessThan(60_000)

  await setLastUse(sessionId, '72 hours')
  session.noteUse(sessionId)
  await expect(findViewerBySession(sessionId)).resolves.toBeNull()
  await session.forgetExpiredSessions()
  await expect(lastUse(sessionId)).resolves.toBeNaN()
})

test('where a session was begun is kept, and no more of what a browser says of itself than tells it', async () => {
  const browser = openBrowser()
  const userAgent = 'x'.repeat(5_000)
  await browser.post('callback/credentials', { email, password }, { headers: { 'user-agent': userAgent } })
  const viewer = await viewerOf(browser)
  const [kept] = await db()
    .select()
    .from(sessions)
    .where(eq(sessions.id, viewer?.sessionId ?? ''))
  expect(kept).toMatchObject({ address: 'unknown', userAgent: 'x'.repeat(512) })
})
