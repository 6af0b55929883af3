import { signInOverHttp } from './http-session'
import { MEMBERS, PASSWORD } from './installation'
import { knownInterview } from './known-interview'
import { appRoutes, PLACEHOLDERS, routeUrl } from './routes'
import { expect, type Shared, test } from './test'

test('every answer forbids sniffing, framing, plug-ins and another base, no script may be inline, and none runs in an endpoint’s answer', async ({
  shared,
}) => {
  for (const { where, headers } of await answers(shared)) {
    const policy = headers.get('content-security-policy') ?? ''
    expect(headers.get('x-content-type-options'), where).toBe('nosniff')
    for (const directive of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"]) {
      expect(policy, where).toContain(directive)
    }
    if (where.startsWith('/api/')) expect(policy, where).toContain('sandbox')
    expect(/script-src[^;]*/.exec(policy)?.[0] ?? '', where).not.toContain('unsafe-inline')
  }
})

test('what only members see is stored nowhere', async ({ shared }) => {
  for (const { where, headers, signedIn } of await answers(shared)) {
    if (signedIn && !where.includes('/_next/')) expect(headers.get('cache-control'), where).toContain('no-store')
  }
})

test('pages and data are sent in Brotli to who reads it', async ({ shared }) => {
  const cookie = await signInOverHttp(shared.origin, MEMBERS[0], PASSWORD)
  for (const path of ['/candidates', '/api/interviews']) {
    const response = await fetch(`${shared.origin}${path}`, { headers: { cookie, 'accept-encoding': 'gzip, br' } })
    expect(response.headers.get('content-encoding'), path).toBe('br')
    expect(await response.text(), path).toContain('candidate')
  }
})

test('no two pages carry the same nonce', async ({ shared }) => {
  const cookie = await signInOverHttp(shared.origin, MEMBERS[0], PASSWORD)
  const nonces = await Promise.all(
    Array.from({ length: 20 }, async () => {
      const response = await fetch(`${shared.origin}/candidates`, { headers: { cookie } })
      return /'nonce-([^']+)'/.exec(response.headers.get('content-security-policy') ?? '')?.[1] ?? ''
    }),
  )
  expect(nonces).not.toContain('')
  expect(new Set(nonces).size).toBe(nonces.length)
})

test('the image optimiser is not there', async ({ shared }) => {
  const response = await fetch(`${shared.origin}/_next/image?url=%2Ficon.svg&w=64&q=75`)
  expect(response.status).toBe(404)
})

async function answers(shared: Shared) {
  const cookie = await signInOverHttp(shared.origin, MEMBERS[0], PASSWORD)
  const { id } = await knownInterview(shared.origin, cookie)
  const paths = appRoutes().map(({ pattern }) =>
    routeUrl(pattern, { ...PLACEHOLDERS, interviewId: id, nextauth: 'session' }),
  )
  const html = await (await fetch(`${shared.origin}/candidates`, { headers: { cookie } })).text()
  const script = /src="(\/_next\/static\/[^"]+\.js)"/.exec(html)?.[1] ?? ''

  const all = [
    ...paths,
    script,
    '/candidates/unknown',
    '/nowhere',
    '/api/nowhere',
    '/api/interviews?cursor=bad',
    '/%E0%A4%A',
  ]
  return Promise.all(
    ['', cookie].flatMap((carried) =>
      all.map(async (path) => {
        const response = await fetch(shared.origin + path, { headers: { cookie: carried }, redirect: 'manual' })
        await response.body?.cancel()
        return {
          where: `${path} ${carried ? 'signed in' : 'signed out'}`,
          headers: response.headers,
          signedIn: carried !== '',
        }
      }),
    ),
  )
}
