import { signInOverHttp } from './http-session'
import { MEMBERS, PASSWORD } from './installation'
import { appRoutes, PLACEHOLDERS, routeUrl } from './routes'
import { expect, test } from './test'

const SIGNED_BY_ITSELF = ['/api/webhooks/ribbon', '/api/auth/backchannel-logout']

test('a change asked for by another site, by a null origin or by none is refused', async ({ shared }) => {
  const cookie = await signInOverHttp(shared.origin, MEMBERS[0], PASSWORD)
  const refused: Record<string, number> = {}
  for (const route of appRoutes()) {
    const writes = route.methods.filter((method) => !['GET', 'HEAD', 'OPTIONS'].includes(method))
    const path = routeUrl(route.pattern, { ...PLACEHOLDERS, interviewId: 'any', nextauth: 'signout' })
    for (const method of SIGNED_BY_ITSELF.includes(route.pattern) ? [] : writes) {
      for (const origin of ['https://evil.example', 'null', `${shared.origin}.evil.example`, undefined]) {
        const headers = { cookie, ...(origin ? { origin } : {}) }
        const response = await fetch(shared.origin + path, { method, headers, redirect: 'manual' })
        refused[`${method} ${path} from ${origin}`] = response.status
      }
    }
  }
  expect(Object.keys(refused).length).toBeGreaterThan(0)
  expect(Object.entries(refused).filter(([, status]) => status !== 403)).toEqual([])

  const session = await fetch(`${shared.origin}/api/interviews?limit=1`, { headers: { cookie } })
  expect(session.status, 'a refused sign-out left the session alone').toBe(200)
})
