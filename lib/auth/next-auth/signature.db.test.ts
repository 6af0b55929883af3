// Which algorithm an ID token is signed with the provider decides for each client, and the token says; it must be one that it offers.
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type JWTPayload, type KeyLike } from 'jose'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { givenMember } from '../../db/testing/fixtures'
import * as environment from '../../env'
import { openBrowser } from '../testing/browser'
import { begin, pageOf, signInBySso, withIdentityProvider } from '../testing/identity-provider'
import { viewerOf } from '../testing/viewer-of'

describe.each(['RS256', 'ES256', 'PS256', 'EdDSA'] as const)('a provider that signs with %s', (signsWith) => {
  withIdentityProvider(signsWith)

  test('is taken at its word', async () => {
    await givenMember({}, 'a hash')
    const browser = openBrowser()
    expect(pageOf(await signInBySso(browser))).toBe('/candidates')
    await expect(viewerOf(browser)).resolves.toMatchObject({ email: 'ada@example.com' })
  })
})

const documentOf = (issuer: string) => ({
  ...{ issuer, authorization_endpoint: `${issuer}/auth`, token_endpoint: `${issuer}/token` },
  ...{ jwks_uri: `${issuer}/jwks`, id_token_signing_alg_values_supported: ['RS256'] },
})
const unsigned = async (claims: JWTPayload) => new UnsecuredJWT(claims).encode()

describe('a provider that offers RS256 alone', () => {
  const client = { OIDC_CLIENT_ID: 'debrief', OIDC_CLIENT_SECRET: 'a secret of the client that is long enough for it' }
  let server: Server
  let issuer: string
  let keys: Record<'RS256' | 'ES256', KeyLike>
  let token = ''

  beforeAll(async () => {
    const [rsa, ec] = [await generateKeyPair('RS256'), await generateKeyPair('ES256')]
    keys = { RS256: rsa.privateKey, ES256: ec.privateKey }
    const jwks = [
      { ...(await exportJWK(rsa.publicKey)), kid: 'RS256', use: 'sig', alg: 'RS256' },
      { ...(await exportJWK(ec.publicKey)), kid: 'ES256', use: 'sig', alg: 'ES256' },
    ]
    server = createServer((request, response) => {
      const answers: Record<string, object> = {
        '/.well-known/openid-configuration': documentOf(issuer),
        '/jwks': { keys: jwks },
        '/token': { access_token: 'a', token_type: 'Bearer', id_token: token },
      }
      response.setHeader('content-type', 'application/json').end(JSON.stringify(answers[request.url ?? '']))
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => server.close())

  const signedBy = (alg: 'RS256' | 'ES256') => (claims: JWTPayload) =>
    new SignJWT(claims).setProtectedHeader({ alg, kid: alg }).sign(keys[alg])
  const ofTheSecret = (claims: JWTPayload) =>
    new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(Buffer.from(client.OIDC_CLIENT_SECRET))

  test.each([
    ['by RS256', signedBy('RS256'), '/candidates'],
    ['by a key of its own for another algorithm', signedBy('ES256'), /error=sso_refused$/],
    ['by the client’s secret', ofTheSecret, /error=sso_refused$/],
    ['not at all', unsigned, /error=sso_refused$/],
  ])('answers a token that is signed %s with the page it is due', async (_, sign, page) => {
    vi.restoreAllMocks()
    const env = { ...environment.env(), ...client, OIDC_ISSUER: issuer, OIDC_ALLOWED_DOMAINS: ['example.com'] }
    vi.spyOn(environment, 'env').mockReturnValue(env)
    await givenMember({}, 'a hash')
    const browser = openBrowser()
    const { searchParams } = new URL(await begin(browser))
    const now = Math.floor(Date.now() / 1_000)
    token = await sign({
      ...{ iss: issuer, aud: client.OIDC_CLIENT_ID, sub: 'bob', iat: now, exp: now + 60 },
      ...{ nonce: searchParams.get('nonce'), email: 'bob@example.com', email_verified: true },
    })
    const answered = `callback/oidc?code=a&state=${encodeURIComponent(searchParams.get('state') ?? '')}`
    expect(pageOf(await browser.send('GET', answered, { origin: null }))).toMatch(page)
  })
})
