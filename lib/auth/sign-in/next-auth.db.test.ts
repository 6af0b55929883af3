import { decode, encode } from 'next-auth/jwt'
import { NextRequest } from 'next/server'
import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { db } from '../../db/client'
import { members, sessions, signInAttempts } from '../../db/schema/members'
import { env } from '../../env'
import { DEVICE_COOKIE } from './device'
import { hashNewPassword } from './password'
import { readSessionId, SESSION_COOKIE } from '../session-cookie'
import * as session from '../session'
import { openBrowser } from '../testing/browser'
import { findViewerBySession } from '../viewer'

const email = 'ada@example.com'
const password = 'vexed otter plays nine zithers'
let memberId: string

beforeAll(async () => {
  const passwordHash = await hashNewPassword({ password, email })
  const [member] = await db().insert(members).values({ email, role: 'recruiter', passwordHash }).returning()
  memberId = member?.id ?? ''
})

beforeEach(async () => {
  vi.restoreAllMocks()
  await db().delete(signInAttempts)
  await db().delete(sessions)
})

async function viewerOf({ cookies }: ReturnType<typeof openBrowser>) {
  const cookie = [...cookies].map((pair) => pair.join('=')).join('; ')
  const id = await readSessionId(new NextRequest('http://localhost:3000', { headers: { cookie } }).cookies)
  return id ? findViewerBySession(id) : null
}

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

test('a form of the plain kind is understood too', async () => {
  const browser = openBrowser()
  const { csrfToken } = (await (await browser.send('GET', 'csrf')).json()) as { csrfToken: string }
  await browser.send('POST', 'callback/credentials', { body: new URLSearchParams({ csrfToken, email, password }) })
  await expect(viewerOf(browser)).resolves.toMatchObject({ memberId })
})

test.each(['https://evil.example', 'null', null])('a sign-in from the origin %s is refused', async (origin) => {
  const browser = openBrowser()
  const response = await browser.post('callback/credentials', { email, password }, { origin })
  expect(response.status).toBe(403)
  await expect(viewerOf(browser)).resolves.toBeNull()
})

test('a browser that keeps no cookies is told so', async () => {
  const response = await openBrowser().send('POST', 'callback/credentials', {
    body: JSON.stringify({ csrfToken: 'x', email, password }),
  })
  await expect(response.json()).resolves.toMatchObject({ status: 400, code: 'cookies_blocked' })
})

test('a sign-out without the form’s token ends nothing', async () => {
  const browser = openBrowser()
  await browser.signIn(email, password)
  const response = await browser.send('POST', 'signout', { body: JSON.stringify({ csrfToken: 'x' }) })
  expect(response.status).toBe(400)
  await expect(viewerOf(browser)).resolves.toMatchObject({ memberId })
})

test.each([
  ['GET', 'signin'],
  ['GET', 'signout'],
  ['GET', 'error'],
  ['GET', 'providers'],
  ['GET', 'verify-request'],
  ['GET', 'callback/credentials'],
  ['POST', 'session'],
  ['POST', '_log'],
  ['POST', 'signin/credentials'],
  ['POST', 'callback/credentials/more'],
])('%s %s does not exist', async (method, path) => {
  const body = method === 'POST' ? '{}' : undefined
  expect((await openBrowser().send(method, path, { body })).status).toBe(404)
})

test('a settings-like query changes nothing', async () => {
  const response = await openBrowser().send('GET', 'csrf?callbackUrl=javascript:alert(1)&error=x')
  expect(response.status).toBe(200)
})

test('a body over 16 KiB is refused before anything is counted, with its length announced or not', async () => {
  const browser = openBrowser()
  const announced = await browser.post('callback/credentials', { email, password: 'x'.repeat(20_000) })
  expect(announced.status).toBe(413)

  const chunks = new ReadableStream({
    pull: (controller) => controller.enqueue(new TextEncoder().encode(' '.repeat(4096))),
  })
  const endless = await browser.send('POST', 'callback/credentials', { body: chunks })
  expect(endless.status).toBe(413)
  await expect(db().select().from(signInAttempts)).resolves.toEqual([])
})

test.each(['', 'null', '[]', '{', '{"csrfToken":1}'])('the body %j is refused', async (body) => {
  const response = await openBrowser().send('POST', 'callback/credentials', { body })
  expect(response.status).toBe(400)
})

test('a cookie made with another secret is nobody’s', async () => {
  const browser = openBrowser()
  await browser.signIn(email, password)
  const { sessionId = '' } = (await viewerOf(browser)) ?? {}

  browser.cookies.set(SESSION_COOKIE, await encode({ token: { sid: sessionId }, secret: `${env().NEXTAUTH_SECRET}x` }))
  await expect(viewerOf(browser)).resolves.toBeNull()
})
