import { signInOverHttp } from './http-session'
import { MEMBERS, PASSWORD } from './installation'
import { type KnownInterview, knownInterview } from './known-interview'
import { startProgram, stopProgram, untilAnswering } from './program'
import { type AppRoute, appRoutes, PLACEHOLDERS, PUBLIC_ROUTES, routeUrl } from './routes'
import { freePort } from './free-port'
import { buildWithoutProxy } from './without-proxy'
import { expect, test } from './test'

type Disguise = { name: string; headers?: Record<string, string>; path?: (path: string) => string }

const SUBREQUEST = ['proxy', 'middleware', 'src/proxy', 'src/middleware'].map((name) => Array(5).fill(name).join(':'))

/** Ways around a guard that stood in the proxy, and the forms in which Next serves a page besides HTML. */
const DISGUISES: Disguise[] = [
  { name: 'as it is' },
  ...SUBREQUEST.map((value) => ({ name: `as subrequest ${value}`, headers: { 'x-middleware-subrequest': value } })),
  { name: 'as RSC', headers: { rsc: '1' }, path: (path) => `${path}?_rsc=abc12` },
  { name: 'as prefetch', headers: { rsc: '1', 'next-router-prefetch': '1' }, path: (path) => `${path}?_rsc=abc12` },
  {
    name: 'as segment prefetch',
    headers: { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_tree' },
  },
  { name: 'with .rsc', path: (path) => `${path}.rsc` },
  { name: 'with a trailing slash', path: (path) => `${path}/` },
  {
    name: 'with an encoded letter',
    path: (path) => path.replace(/[a-z]/, (letter) => `%${letter.charCodeAt(0).toString(16)}`),
  },
  { name: 'with a forged cookie', headers: { cookie: '__Host-debrief.session=eyJhbGciOiJub25lIn0..e30.' } },
  { name: 'as a server action', headers: { 'next-action': '0'.repeat(42) } },
]

test('every route on disk is either listed as public or refuses strangers, whatever form they ask in', async ({
  shared,
}) => {
  const known = await knownInterview(shared.origin, await signInOverHttp(shared.origin, MEMBERS[0], PASSWORD))

  expect(await leaks(shared.origin, known)).toEqual([])
})

test('strangers are refused just the same when the proxy never runs', async ({ shared }) => {
  const known = await knownInterview(shared.origin, await signInOverHttp(shared.origin, MEMBERS[0], PASSWORD))
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const app = startProgram([buildWithoutProxy()], { ...shared.env, PORT: String(port), NEXTAUTH_URL: origin })
  await untilAnswering(`${origin}/api/health/ready`, app)

  const written = await fetch(`${origin}/candidates`, { method: 'POST', headers: { origin: 'https://evil.example' } })
  expect(written.status, 'the proxy still ran').not.toBe(403)
  expect(await leaks(origin, known)).toEqual([])
  await stopProgram(app)
})

test('the public list names only routes that exist', () => {
  const patterns = appRoutes().map((route) => route.pattern)
  expect(Object.keys(PUBLIC_ROUTES).filter((pattern) => !patterns.includes(pattern))).toEqual([])
})

/** What strangers got that they should not have, a line each. */
async function leaks(origin: string, known: KnownInterview): Promise<string[]> {
  const guarded = appRoutes().filter((route) => !(route.pattern in PUBLIC_ROUTES))
  const found: string[] = []
  for (const route of guarded) {
    const path = routeUrl(route.pattern, { ...PLACEHOLDERS, interviewId: known.id })
    for (const method of route.methods) {
      for (const disguise of DISGUISES) {
        const leak = await tryAsStranger({ origin, path, method, disguise, route, known })
        if (leak) found.push(`${method} ${route.pattern} ${disguise.name}: ${leak}`)
      }
    }
  }
  return found
}

type Attempt = {
  origin: string
  path: string
  method: string
  disguise: Disguise
  route: AppRoute
  known: KnownInterview
}

async function tryAsStranger({ origin, path, method, disguise, route, known }: Attempt): Promise<string | null> {
  const response = await fetch(origin + (disguise.path?.(path) ?? path), {
    method,
    redirect: 'manual',
    headers: { origin, ...disguise.headers },
  })
  const body = await response.text()
  const told = [known.name, known.email, known.sentence].find((secret) => body.includes(secret))
  if (told) return `told ${told}`
  if (route.kind === 'endpoint' && response.ok) return `answered ${response.status}`
  if (response.ok && !isRedirectToSignIn(body)) return `answered ${response.status} without sending to sign in`
  return null
}

/** React's stream answers 200 with a redirect inside it. */
function isRedirectToSignIn(body: string) {
  return body.includes('NEXT_REDIRECT') && body.includes('/sign-in')
}
