import { decode } from 'next-auth/jwt'
import { eq } from 'drizzle-orm'
import { expect, test, vi } from 'vitest'
import { db } from '../../db/client'
import { members } from '../../db/schema/members'
import { env } from '../../env'
import { DEVICE_COOKIE } from '../sign-in/device'
import { SESSION_COOKIE } from '../session-cookie'
import * as session from '../session'
import { openBrowser } from '../testing/browser'
import { findViewerBySession } from '../viewer'
import { email, memberId, password } from '../testing/ada'
import { viewerOf } from '../testing/viewer-of'

const sessionCookie = (response: Response) =>
  response.headers.getSetCookie().find((cookie) => cookie.startsWith(SESSION_COOKIE)) ?? ''

test('signing in gives a viewer, and a cookie for this host alone that no script can read', async () => {
  const browser = openBrowser()
  const response = await browser.signIn('  Ada@Example.com ', password)

  expect(response.status).toBe(200)
  await expect(viewerOf(browser)).resolves.toMatchObject({ memberId, role: 'recruiter' })
  expect(sessionCookie(response)).toMatch(/^__Host-debrief\.session=/)
  for (const cookie of response.headers.getSetCookie()) {
    expect(cookie).toMatch(/; Path=\/;/)
    expect(cookie).toMatch(/; HttpOnly; Secure; SameSite=Lax/)
    expect(cookie).not.toMatch(/Domain/i)
  }
})

test('every cookie is bound to the host', async () => {
  const browser = openBrowser()
  await browser.signIn(email, password)
  expect([...browser.cookies.keys()].every((name) => name.startsWith('__Host-'))).toBe(true)
})

test('the cookie says which session it is, and nothing of whose', async () => {
  const browser = openBrowser()
  await browser.signIn(email, password)
  const claims = await decode({ token: browser.cookies.get(SESSION_COOKIE), secret: env().NEXTAUTH_SECRET })
  expect(Object.keys(claims ?? {}).sort()).toEqual(['exp', 'iat', 'jti', 'sid'])
})

test('signing in again gives another session and ends the one that was carried', async () => {
  const browser = openBrowser()
  await browser.signIn(email, password)
  const first = await viewerOf(browser)
  await browser.signIn(email, password)
  const second = await viewerOf(browser)

  expect(second?.sessionId).not.toBe(first?.sessionId)
  await expect(findViewerBySession(first?.sessionId ?? '')).resolves.toBeNull()
})

test('a failed sign-in answers the same for a known and an unknown email, and sets nothing', async () => {
  const answers = []
  for (const tried of [email, 'nobody@example.com', 'not an email']) {
    const response = await openBrowser().signIn(tried, 'another otter entirely')
    const { id, ...problem } = (await response.json()) as Record<string, unknown>
    expect(id).toBeTypeOf('string')
    expect(response.headers.getSetCookie()).toEqual([])
    answers.push({ status: response.status, problem })
  }
  expect(answers[0]).toMatchObject({ status: 401, problem: { code: 'sign_in_failed' } })
  expect(answers[1]).toEqual(answers[0])
  expect(answers[2]).toEqual(answers[0])
})

test('the eleventh attempt on an account is refused, even with the right password', async () => {
  for (let count = 0; count < 10; count++) await openBrowser().signIn(email, 'another otter entirely')
  const response = await openBrowser().signIn(email, password)
  expect(response.status).toBe(429)
})

test('a browser that signed in before is not locked out by strangers, also after signing out', async () => {
  const browser = openBrowser()
  await browser.signIn(email, password)
  await browser.signOut()
  for (let count = 0; count < 11; count++) await openBrowser().signIn(email, 'another otter entirely')

  expect((await openBrowser().signIn(email, password)).status).toBe(429)
  expect((await browser.signIn(email, password)).status).toBe(200)
})

test('a failed sign-in makes no browser known', async () => {
  const browser = openBrowser()
  await browser.signIn(email, 'another otter entirely')
  expect([...browser.cookies.keys()]).not.toContain(DEVICE_COOKIE)
})

test('while the database is away nobody’s session is taken for ended', async () => {
  const browser = openBrowser()
  await browser.signIn(email, password)
  vi.spyOn(session, 'findSessionEnd').mockRejectedValue(Object.assign(new Error('gone'), { code: 'ECONNREFUSED' }))

  const response = await browser.send('GET', 'session')
  expect(response.status).toBe(503)
  expect(browser.cookies.has(SESSION_COOKIE)).toBe(true)
})

test('a failure of ours is answered with an id, not in the words of the error', async () => {
  vi.spyOn(session, 'startSession').mockRejectedValue(new Error('canary at 10.0.0.1'))
  const response = await openBrowser().signIn(email, password)
  expect(response.status).toBe(500)
  const body = await response.text()
  expect(body).toContain('"id"')
  expect(body).not.toContain('canary')
})

test('after sign-out a saved cookie is worth nothing', async () => {
  const browser = openBrowser()
  await browser.signIn(email, password)
  const saved = browser.cookies.get(SESSION_COOKIE) ?? ''
  const response = await browser.signOut()
  expect(response.status).toBe(200)
  expect(browser.cookies.has(SESSION_COOKIE)).toBe(false)

  browser.cookies.set(SESSION_COOKIE, saved)
  await expect(viewerOf(browser)).resolves.toBeNull()
})

test('a session that could not be ended does not look ended', async () => {
  const browser = openBrowser()
  await browser.signIn(email, password)
  vi.spyOn(session, 'endSession').mockRejectedValue(new Error('database gone'))

  expect((await browser.signOut()).status).toBe(500)
  expect(browser.cookies.has(SESSION_COOKIE)).toBe(true)
})

test('a poll that races sign-out and renews the cookie afterwards restores nothing', async () => {
  const browser = openBrowser()
  await browser.signIn(email, password)
  const slow = openBrowser()
  for (const [name, value] of browser.cookies) slow.cookies.set(name, value)
  const live = vi.spyOn(session, 'findSessionEnd').mockResolvedValue(new Date(Date.now() + 60_000).toISOString())
  await browser.signOut()
  const late = await slow.send('GET', 'session')
  live.mockRestore()

  expect(sessionCookie(late)).toMatch(/^__Host-debrief\.session=[^;]/)
  await expect(viewerOf(slow)).resolves.toBeNull()
  await expect((await slow.send('GET', 'session')).json()).resolves.toEqual({})
  expect(slow.cookies.has(SESSION_COOKIE)).toBe(false)
})

test('a live session says when it ends and nothing about whose it is', async () => {
  const browser = openBrowser()
  await browser.signIn(email, password)
  const response = await browser.send('GET', 'session')
  expect(Object.keys((await response.json()) as object)).toEqual(['expires'])
  expect(response.headers.get('cache-control')).toContain('no-store')
})

test('a disabled member’s session answers like none', async () => {
  const browser = openBrowser()
  await browser.signIn(email, password)
  await db().update(members).set({ disabledAt: new Date().toISOString() }).where(eq(members.id, memberId))
  const answer = await (await browser.send('GET', 'session')).json()
  await db().update(members).set({ disabledAt: null }).where(eq(members.id, memberId))
  expect(answer).toEqual({})
})
