import { beforeEach, expect, test } from 'vitest'
import { givenMember } from '../../db/testing/fixtures'
import { openBrowser } from '../testing/browser'
import { viewerOf } from '../testing/viewer-of'
import { givenSingleSignOn, idp, signInBySso, withIdentityProvider } from '../testing/identity-provider'
import { answerLogout } from './answer-logout'

withIdentityProvider()

const EVENTS = { 'http://schemas.openid.net/event/backchannel-logout': {} }
const now = () => Math.floor(Date.now() / 1_000)

let browser: ReturnType<typeof openBrowser>
let claims: Record<string, unknown>
beforeEach(async () => {
  await givenMember({}, 'a hash')
  browser = openBrowser()
  await signInBySso(browser)
  claims = {
    iss: idp.issuer,
    aud: idp.clientId,
    sub: 'ada',
    iat: now(),
    exp: now() + 120,
    jti: crypto.randomUUID(),
    events: EVENTS,
  }
})

const send = (body: string) => {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  return answerLogout(
    new Request('http://localhost:3000/api/auth/backchannel-logout', { method: 'POST', headers, body }),
  )
}
const sendToken = (token: string) => send(new URLSearchParams({ logout_token: token }).toString())

test('a token that the provider signed ends the member’s sessions', async () => {
  const response = await sendToken(await idp.sign(claims))
  expect(response.status).toBe(200)
  expect(response.headers.get('cache-control')).toBe('no-store')
  await expect(viewerOf(browser)).resolves.toBeNull()
})

test('who signs in anew right after, be it in the same second, is signed in', async () => {
  expect((await sendToken(await idp.sign({ ...claims, iat: now() }))).status).toBe(200)
  const again = openBrowser()
  await signInBySso(again)
  await expect(viewerOf(again)).resolves.not.toBeNull()
})

test('a token of no type, of the general one, and without an end is taken', async () => {
  for (const typ of ['JWT', 'logout+jwt', 'application/logout+jwt']) {
    const { exp: _, ...endless } = claims
    expect((await sendToken(await idp.sign({ ...endless, jti: typ }, { typ }))).status).toBe(200)
  }
})

test.each<[string, Record<string, unknown>]>([
  ['of another issuer', { iss: 'https://evil.example' }],
  ['for another client', { aud: 'another' }],
  ['for nobody', { aud: undefined }],
  ['from yesterday', { iat: now() - 86_400 }],
  ['from tomorrow', { iat: now() + 86_400 }],
  ['without a time', { iat: undefined }],
  ['that is over', { exp: now() - 60 }],
  ['without an id', { jti: undefined }],
  ['without events', { events: undefined }],
  ['with another event', { events: { 'http://schemas.example/other': {} } }],
  ['with an event that is no object', { events: { 'http://schemas.openid.net/event/backchannel-logout': true } }],
  ['with a nonce, as ID tokens have', { nonce: 'n' }],
  ['of nobody', { sub: undefined }],
  ['of a subject that no database holds', { sub: 'a\0' }],
])('a token %s ends nothing', async (_, over) => {
  const response = await sendToken(await idp.sign({ ...claims, ...over }))
  expect(response.status).toBe(400)
  expect(response.headers.get('cache-control')).toBe('no-store')
  await expect(response.json()).resolves.toMatchObject({
    error: 'invalid_request',
    error_description: expect.any(String),
  })
  await expect(viewerOf(browser)).resolves.not.toBeNull()
})

test('a token of another type, another key, or none ends nothing', async () => {
  const token = await idp.sign(claims)
  const [header = '', payload = '', signature = ''] = token.split('.')
  const unsigned = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url')
  const tampered = Buffer.from(JSON.stringify({ ...claims, sub: 'eve' })).toString('base64url')
  const tokens = [
    ...[await idp.sign(claims, { typ: 'at+jwt' }), `${unsigned}.${payload}.`, `${header}.${tampered}.${signature}`],
    ...[`${header}.${payload}.${'A'.repeat(signature.length)}`, 'x', 'a.b.c'],
  ]
  for (const wrong of tokens) expect((await sendToken(wrong)).status, wrong).toBe(400)
  for (const body of ['', 'logout_token=', 'token=x']) expect((await send(body)).status, body).toBe(400)
  await expect(viewerOf(browser)).resolves.not.toBeNull()
})

test('a token counts once', async () => {
  const token = await idp.sign({ ...claims, sub: undefined, sid: 'another' })
  expect((await sendToken(token)).status).toBe(200)
  const response = await sendToken(token)
  await expect(response.json()).resolves.toMatchObject({ error_description: 'it was used already' })
})

test('whoever guesses is soon refused, and the provider is heard from the same address', async () => {
  for (let count = 0; count < 50; count++) expect((await sendToken('guess')).status).toBe(400)
  expect((await sendToken('guess')).status).toBe(429)
  expect((await sendToken(await idp.sign(claims))).status).toBe(200)
  await expect(viewerOf(browser)).resolves.toBeNull()
})

test('without single sign-on there is no such route', async () => {
  givenSingleSignOn({ OIDC_ISSUER: undefined })
  expect((await sendToken('x')).status).toBe(404)
})

test('nothing of a token is answered', async () => {
  const token = await idp.sign({ ...claims, aud: 'canary' })
  const text = await (await sendToken(token)).text()
  expect(text).not.toContain('canary')
  expect(text).not.toContain(token.slice(0, 12))
})
