// Must hold 5: role × permission × route, from the routes on disk and from the one matrix.
import { readFileSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import { settingsOf } from '@/components/shell/destinations'
import { appRoutes, PLACEHOLDERS, PUBLIC_ROUTES } from '@/e2e/routes'
import { isAllowed, PERMISSIONS, refusalOf, ROLES, type Permission, type Role } from '@/lib/auth/permissions'
import { givenViewer } from '@/lib/db/testing/fixtures'
import { givenInterview } from '@/lib/db/testing/interview'
import { askPage, askRoute } from '@/lib/auth/testing/ask-route'
import { exportedBy, filesOf } from '@/lib/testing/exported'

vi.mock('next/headers', async () => (await import('@/lib/auth/testing/ask-route')).askedHeaders)
// How long it is waited between two tries is the transport's own test.
vi.mock('@/lib/ribbon/clock', async () => {
  const { givenClock } = await import('@/lib/ribbon/testing/clock')
  return { systemClock: givenClock().clock }
})

const guarded = appRoutes().filter(({ pattern }) => !(pattern in PUBLIC_ROUTES))
const pages = guarded.flatMap(({ kind, pattern, file, asksFor }) =>
  kind === 'page' ? [{ pattern, file, permission: asksFor[0] as Permission }] : [],
)
const asked = guarded
  .filter(({ kind }) => kind === 'endpoint')
  .flatMap(({ pattern, methods, asksFor }) =>
    // Next answers HEAD by the handler of GET.
    methods
      .filter((method) => method !== 'HEAD')
      .map((method) => ({ route: `${method} ${pattern}`, permission: asksFor[0] as Permission })),
  )

test('every route that is not public asks for one permission of the matrix, and no permission is for nothing', () => {
  const named = guarded.map(({ pattern, asksFor }) => [pattern, [...new Set(asksFor)]] as const)
  expect(named.filter(([, permissions]) => permissions.length !== 1)).toEqual([])
  expect(named.filter(([, [permission = '']]) => !(permission in PERMISSIONS))).toEqual([])
  expect(new Set(named.flatMap(([, permissions]) => permissions))).toEqual(new Set(Object.keys(PERMISSIONS)))
})

test('each route asks for the permission of the commands that it calls, not for another one that the same roles have', () => {
  const wanted = new Map(
    exportedBy(filesOf('queries|commands')).map(({ name, first }) => [name, /May<'([^']+)'>/.exec(first)?.[1]]),
  )
  const others = appRoutes().flatMap(({ pattern, file, asksFor }) => {
    const called = Array.from(readFileSync(file, 'utf8').matchAll(/\b(\w+)\(/g), ([, name = '']) => name)
    return [...new Set(called)].flatMap((name) => {
      const permission = wanted.get(name)
      return permission === undefined || asksFor.includes(permission) ? [] : [`${pattern}: ${name} wants ${permission}`]
    })
  })
  // Whoever manages members may invite too.
  expect(others).toEqual(['/team: listInvitations wants member.invite'])
})

test.each(asked)(
  '$route is for whom the matrix lets have $permission, and for nobody else',
  async ({ route, permission }) => {
    vi.stubEnv('RIBBON_API_URL', 'http://127.0.0.1:9/be-api')
    const { id } = await givenInterview()
    for (const role of ROLES) {
      const as = await givenViewer({ role })
      const parameters = { ...PLACEHOLDERS, interviewId: id }
      const response = await askRoute(route, { as, drawnFor: as.memberId, parameters })
      const { code } = (await response.json().catch(() => ({}))) as { code?: string }
      const refusals = ['forbidden', 'not_found', 'not_signed_in']
      if (isAllowed(role, permission)) expect(refusals, role).not.toContain(code)
      else expect(code, role).toBe(refusalOf(permission))
    }
  },
)

/** It leads to the first of a role’s own. */
const leadsOn = (pattern: string, role: Role) => pattern !== '/settings' || settingsOf(role).length > 0
const NOWHERE = expect.objectContaining({ digest: 'NEXT_HTTP_ERROR_FALLBACK;404' })

test.each(pages)(
  'the page $pattern is for whom the matrix lets have $permission, and is nowhere for anybody else',
  async ({ pattern, file, permission }) => {
    const { id } = await givenInterview()
    for (const role of ROLES) {
      const as = await givenViewer({ role })
      const parameters = { ...PLACEHOLDERS, interviewId: id }
      // Some only lead elsewhere, which Next has a page say by an error too.
      const outcome = await askPage({ pattern, file }, { as, drawnFor: null, parameters }).catch(
        (error: unknown) => error,
      )
      if (isAllowed(role, permission) && leadsOn(pattern, role)) expect(outcome, role).not.toEqual(NOWHERE)
      else expect(outcome, role).toEqual(NOWHERE)
    }
  },
)
