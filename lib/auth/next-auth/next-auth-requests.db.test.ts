import NextAuth from 'next-auth'
import { encode } from 'next-auth/jwt'
import { NextRequest } from 'next/server'
import { expect, test, vi } from 'vitest'
import { db } from '../../db/client'
import { signInAttempts } from '../../db/schema/members'
import { env } from '../../env'
import { SESSION_COOKIE } from '../session-cookie'
import { openBrowser } from '../testing/browser'
import { email, memberId, password } from '../testing/ada'
import { viewerOf } from '../testing/viewer-of'

vi.mock('next-auth', { spy: true })

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

test('nothing of a query reaches next-auth: only a provider’s answer does', async () => {
  const query = 'code=a%2Fb&state=c&error=d&callbackUrl=https://evil.example'
  const browser = openBrowser()
  await browser.post(`callback/credentials?${query}`, { email, password })
  const asked = vi.mocked(NextAuth).mock.calls.flat() as unknown[]
  const queries = asked.flatMap((value) => (value instanceof NextRequest ? [value.nextUrl.search] : []))
  expect(queries.at(-1)).toBe('')
  await expect(viewerOf(browser)).resolves.toMatchObject({ memberId })
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

test('a HEAD of what only reads is as its GET, and one of the way back from a provider signs nobody in', async () => {
  for (const path of ['csrf', 'session']) expect((await openBrowser().send('HEAD', path)).status, path).toBe(200)
  expect((await openBrowser().send('HEAD', 'callback/oidc?code=x&state=y')).status).toBe(404)
})
