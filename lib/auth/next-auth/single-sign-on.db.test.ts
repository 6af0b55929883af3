import { beforeEach, expect, test, vi } from 'vitest'
import { db } from '../../db/client'
import { givenMember } from '../../db/testing/fixtures'
import { auditEvents } from '../../db/schema/audit'
import { log } from '../../log'
import { SESSION_COOKIE } from '../session-cookie'
import { viewerOf } from '../testing/viewer-of'
import { openBrowser } from '../testing/browser'
import {
  begin,
  givenSingleSignOn,
  goThrough,
  idp,
  pageOf,
  signInBySso,
  withIdentityProvider,
} from '../testing/identity-provider'
import { findViewerBySession } from '../viewer'

withIdentityProvider()

let browser: ReturnType<typeof openBrowser>
beforeEach(async () => {
  await givenMember({}, 'a hash')
  browser = openBrowser()
})

const failed = (code: string) => `/sign-in?callbackUrl=%2Fcandidates&error=${code}`
const told = async () => (await db().select().from(auditEvents).orderBy(auditEvents.seq)).at(-1)

test('whoever the provider vouches for is signed in, on the page they wanted', async () => {
  const response = await signInBySso(browser)
  expect(response.status).toBe(302)
  expect(pageOf(response)).toBe('/candidates')
  await expect(viewerOf(browser)).resolves.toMatchObject({
    email: 'ada@example.com',
    name: 'Ada Byron',
    role: 'reviewer',
  })
  for (const cookie of response.headers.getSetCookie()) {
    expect(cookie).toMatch(/^__Host-debrief\.\w+=/)
    expect(cookie).toMatch(/; HttpOnly; Secure; SameSite=Lax/)
  }
  expect([...browser.cookies.keys()].toSorted()).toEqual([
    ...['__Host-debrief.callback', '__Host-debrief.csrf', SESSION_COOKIE],
  ])
})

test('groups that the userinfo endpoint alone tells give a role', async () => {
  idp.accounts.set('ada', { email: 'ada@example.com', email_verified: true, groups: ['hiring'] })
  givenSingleSignOn({ OIDC_ROLES: [{ group: 'hiring', role: 'recruiter', teams: null }] })
  await signInBySso(browser)
  await expect(viewerOf(browser)).resolves.toMatchObject({ role: 'recruiter', scope: 'all' })
})

test('signing in again gives another session and ends the one that was carried', async () => {
  await signInBySso(browser)
  const first = await viewerOf(browser)
  await signInBySso(browser)
  expect((await viewerOf(browser))?.sessionId).not.toBe(first?.sessionId)
  await expect(findViewerBySession(first?.sessionId ?? '')).resolves.toBeNull()
})

test('nobody is sent anywhere but to a page of ours', async () => {
  for (const wanted of ['https://evil.example/', '//evil.example', '/api/auth/signout']) {
    const answered = await goThrough(await begin(browser, wanted))
    expect(pageOf(await browser.send('GET', answered, { origin: null }))).toBe('/review')
  }
})

test('a sign-in is begun by our own pages alone, and asks the provider for what we say', async () => {
  expect((await browser.post('signin/oidc', {}, { origin: 'https://evil.example' })).status).toBe(403)
  const forged = await browser.send('POST', 'signin/oidc', { body: JSON.stringify({ csrfToken: 'x' }) })
  await expect(forged.json()).resolves.toMatchObject({ code: 'cookies_blocked' })
  const response = await browser.post('signin/oidc?redirect_uri=https://evil.example&scope=admin&prompt=none', {})
  const { searchParams } = new URL(((await response.json()) as { url: string }).url)
  expect(Object.fromEntries(searchParams)).toMatchObject({
    ...{ redirect_uri: 'http://localhost:3000/api/auth/callback/oidc', scope: 'openid email profile' },
    ...{ response_type: 'code', code_challenge_method: 'S256', client_id: 'debrief' },
    ...{ state: expect.any(String), nonce: expect.any(String), code_challenge: expect.any(String) },
  })
  expect(searchParams.has('prompt')).toBe(false)
})

test('without single sign-on its routes do not exist', async () => {
  givenSingleSignOn({ OIDC_ISSUER: undefined })
  expect((await browser.post('signin/oidc', {})).status).toBe(404)
  expect(pageOf(await browser.send('GET', 'callback/oidc?code=a&state=b', { origin: null }))).toMatch(/^\/sign-in/)
})

test('a code serves once, also in the browser that it was given to', async () => {
  const address = await begin(browser)
  const kept = new Map(browser.cookies)
  const answered = await goThrough(address)
  await browser.send('GET', answered, { origin: null })
  for (const [name, value] of kept) browser.cookies.set(name, value)
  browser.cookies.delete(SESSION_COOKIE)
  expect(pageOf(await browser.send('GET', answered, { origin: null }))).toBe(failed('sso_used'))
  await expect(viewerOf(browser)).resolves.toBeNull()
  await expect(told()).resolves.toMatchObject({ code: 'sign_in.failed', payload: { by: 'oidc', reason: 'sso_used' } })
})

test('an answer is taken by the browser alone that asked', async () => {
  const answered = await goThrough(await begin(browser))
  const other = openBrowser()
  expect(pageOf(await other.send('GET', answered, { origin: null }))).toBe('/sign-in?error=sso_expired')
  await begin(other)
  expect(pageOf(await other.send('GET', answered, { origin: null }))).toBe(failed('sso_expired'))
  await expect(viewerOf(other)).resolves.toBeNull()
})

test.each([
  ['state', 'sso_expired'],
  ['nonce', 'sso_refused'],
  ['verifier', 'sso_used'],
])('the %s has to be that of this very sign-in', async (name, code) => {
  await begin(browser)
  const stale = browser.cookies.get(`__Host-debrief.${name}`) ?? ''
  const answered = await goThrough(await begin(browser))
  browser.cookies.set(`__Host-debrief.${name}`, stale)
  expect(pageOf(await browser.send('GET', answered, { origin: null }))).toBe(failed(code))
  await expect(viewerOf(browser)).resolves.toBeNull()
})

test.each(['state=forged', 'iss=https://evil.example', 'code=forged'])(
  'an answer with %s signs nobody in',
  async (forged) => {
    const [name = '', value = ''] = forged.split('=')
    const answered = new URL(await goThrough(await begin(browser)), 'http://localhost')
    answered.searchParams.set(name, value)
    const page = pageOf(await browser.send('GET', answered.href.slice('http://localhost/'.length), { origin: null }))
    expect(page).toMatch(/^\/sign-in\?.*error=sso_(expired|refused|used)$/)
    await expect(viewerOf(browser)).resolves.toBeNull()
  },
)

test('what the provider refuses is told by our own words', async () => {
  idp.answers({ error: 'access_denied', error_description: 'canary' })
  const warn = vi.spyOn(log, 'info')
  const response = await signInBySso(browser)
  expect(pageOf(response)).toBe(failed('sso_denied'))
  expect(JSON.stringify(warn.mock.calls)).not.toContain('canary')
})

test.each([
  [{ email: 'ada@example.com' }, 'sso_email'],
  [{ email: 'ada@example.com', email_verified: false }, 'sso_email'],
  [{}, 'sso_email'],
  [{ email: 'ada@elsewhere.example', email_verified: true }, 'sso_domain'],
])('an account with %j is nobody’s here', async (account, code) => {
  idp.accounts.set('ada', account)
  expect(pageOf(await signInBySso(browser))).toBe(failed(code))
  await expect(viewerOf(browser)).resolves.toBeNull()
})

test('while the provider is away it is said so, and the next sign-in works', async () => {
  const address = await begin(browser)
  const answered = await goThrough(address)
  await idp.down()
  expect(pageOf(await browser.send('GET', answered, { origin: null }))).toBe(failed('sso_unreachable'))
  givenSingleSignOn({ OIDC_ISSUER: `${idp.issuer}/realm` })
  const response = await browser.post('signin/oidc', {})
  await expect(response.json()).resolves.toMatchObject({ status: 502, code: 'sso_unreachable' })
  await idp.up()
  givenSingleSignOn()
  expect(pageOf(await signInBySso(browser))).toBe('/candidates')
})

test('a wrong secret is the admin’s to mend', async () => {
  givenSingleSignOn({ OIDC_CLIENT_SECRET: 'another' })
  expect(pageOf(await signInBySso(browser))).toBe(failed('sso_misconfigured'))
})

test('nothing of a token or a code is logged', async () => {
  const written = vi.spyOn(process.stdout, 'write')
  const lines = (['info', 'warn', 'error'] as const).map((level) => vi.spyOn(log, level))
  const answered = await goThrough(await begin(browser))
  await browser.send('GET', answered, { origin: null })
  await browser.send('GET', answered, { origin: null })
  const code = new URL(answered, 'http://localhost').searchParams.get('code') ?? ''
  expect(code).not.toBe('')
  const all = JSON.stringify([written.mock.calls, lines.map(({ mock }) => mock.calls)])
  expect(all).not.toContain(code)
  expect(all).not.toMatch(/eyJ[\w-]+\./)
})

test('whatever fails at an address, fifty times are told, and who comes back from the provider is let in', async () => {
  await begin(browser)
  const begun = [...browser.cookies]
  const answerWrongly = () => {
    for (const [name, value] of begun) browser.cookies.set(name, value)
    return browser.send('GET', 'callback/oidc?code=a&state=b', { origin: null })
  }
  const before = await db().$count(auditEvents)
  for (let count = 0; count < 50; count++) await answerWrongly()
  expect(pageOf(await answerWrongly())).toBe(failed('too_many_attempts'))
  expect((await db().$count(auditEvents)) - before).toBe(50)
  await signInBySso(browser)
  await expect(viewerOf(browser)).resolves.not.toBeNull()
})

test('what any page can have a browser ask for costs its address nothing, and is not told', async () => {
  const before = await db().$count(auditEvents)
  for (let count = 0; count < 60; count++) await browser.send('GET', 'callback/oidc?code=a&state=b', { origin: null })
  expect(await db().$count(auditEvents)).toBe(before)
  await signInBySso(browser)
  await expect(viewerOf(browser)).resolves.not.toBeNull()
})
