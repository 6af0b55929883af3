import { afterAll, beforeAll, beforeEach, vi } from 'vitest'
import { startIdentityProvider, type IdentityProvider, type Signature } from '@/e2e/identity-provider'
import { db } from '../../db/client'
import { members, signInAttempts } from '../../db/schema/members'
import * as environment from '../../env'
import { openBrowser } from './browser'

const ORIGIN = 'http://localhost:3000'

export let idp: IdentityProvider

/** A real identity provider for the tests of a file, at which Ada signs in; before each of them there is no member. */
export function withIdentityProvider(signsWith?: Signature) {
  beforeAll(async () => {
    idp = await startIdentityProvider(ORIGIN, signsWith)
  })
  afterAll(() => idp.stop())
  beforeEach(async () => {
    vi.restoreAllMocks()
    await db().delete(signInAttempts)
    await db().delete(members)
    idp.accounts.set('ada', { email: 'ada@example.com', email_verified: true, name: 'Ada Byron' })
    idp.answers({ as: 'ada' })
    givenSingleSignOn()
  })
}

export function givenSingleSignOn(over: Partial<environment.Environment> = {}) {
  vi.mocked(environment.env).mockRestore?.()
  const env = environment.env()
  vi.spyOn(environment, 'env').mockReturnValue({
    ...{ ...env, OIDC_ISSUER: idp.issuer, OIDC_CLIENT_ID: idp.clientId, OIDC_CLIENT_SECRET: idp.clientSecret },
    ...{ OIDC_ALLOWED_DOMAINS: ['example.com'], ...over },
  })
}

type Browser = ReturnType<typeof openBrowser>

/** The address at the identity provider that the browser is to open. */
export async function begin(browser: Browser, callbackUrl = '/candidates'): Promise<string> {
  const response = await browser.post('signin/oidc', { callbackUrl })
  return ((await response.json()) as { url: string }).url
}

/** Where the identity provider sends the browser back to, below /api/auth/. */
export async function goThrough(address: string): Promise<string> {
  const cookies = new Map<string, string>()
  let url = address
  while (!url.startsWith(ORIGIN)) {
    const cookie = [...cookies].map((pair) => pair.join('=')).join('; ')
    const response = await fetch(url, { redirect: 'manual', headers: { cookie } })
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      cookies.set(name, value)
    }
    const next = response.headers.get('location')
    if (!next) throw new Error(`${response.status} ${await response.text()}`)
    url = new URL(next, url).href
  }
  return url.slice(`${ORIGIN}/api/auth/`.length)
}

/** As somebody does who presses the button, and what Debrief answers in the end. */
export async function signInBySso(browser: Browser): Promise<Response> {
  return browser.send('GET', await goThrough(await begin(browser)), { origin: null })
}

/** The page that the answer leads to, of Debrief. */
export function pageOf(response: Response): string {
  return (response.headers.get('location') ?? '').replace(ORIGIN, '')
}
