// What may be sent at once by the schema of a route is not too large for its reading.
import { beforeEach, expect, test, vi } from 'vitest'
import { MOST_ASSIGNED, MOST_PAIRS } from '@/lib/assignments/assignment'
import { askRoute } from '@/lib/auth/testing/ask-route'
import type { Viewer } from '@/lib/auth/viewer'
import { givenViewer } from '@/lib/db/testing/fixtures'
import { isChange } from '@/lib/server/origin'
import { LARGEST_BODY_BYTES } from '@/lib/server/limited-body'
import { MOST_AT_ONCE } from '@/lib/status/draft'
import { appRoutes, PLACEHOLDERS } from '@/e2e/routes'

vi.mock('next/headers', async () => (await import('@/lib/auth/testing/ask-route')).askedHeaders)

/** As long as Ribbon may make them. */
const longIds = (count: number) => Array.from({ length: count }, (_, index) => `${index}`.padEnd(255, 'x'))
const uuids = (count: number) => Array.from({ length: count }, () => crypto.randomUUID())
const spans = () => Array.from({ length: 1_000 }, (_, at) => ({ start: at + 1 / 3, end: at + 2 / 3 }))

const LARGEST: Record<string, () => unknown> = {
  'POST /api/assignments': () => ({
    interviewIds: longIds(MOST_ASSIGNED),
    memberIds: uuids(MOST_PAIRS / MOST_ASSIGNED),
    dueOn: null,
  }),
  'POST /api/assignments/chosen': () => ({ interviewIds: longIds(MOST_ASSIGNED) }),
  'POST /api/assignments/withdrawn': () => ({
    assignmentIds: uuids(MOST_PAIRS - 2_000),
    redated: uuids(1_000).map((id) => ({ assignmentIds: [id, id], from: '2026-12-01', to: '2026-12-04' })),
  }),
  'PUT /api/statuses': () => ({
    ...{ status: 'declined', reason: '“No nights” '.repeat(80) },
    interviews: longIds(MOST_AT_ONCE).map((id) => ({
      id,
      replaces: crypto.randomUUID(),
      version: crypto.randomUUID(),
    })),
  }),
  'POST /api/statuses/undo': () => ({ versions: uuids(MOST_AT_ONCE) }),
  'POST /api/exports/interviews.csv': () => ({ interviewIds: longIds(500) }),
  'POST /api/exports/interviews.json': () => ({ interviewIds: longIds(500) }),
  'POST /api/mentions/seen': () => ({ noteIds: uuids(100) }),
  'POST /api/interviews/[interviewId]/heard': () => ({ spans: spans() }),
  'POST /api/interviews/[interviewId]/read': () => ({ spans: spans() }),
  'POST /api/invitations': () => ({
    ...{ emails: ['new@example.com'], role: 'reviewer' },
    scope: { teams: longIds(1_000), flows: longIds(1_000), interviews: longIds(1_000) },
  }),
  'PATCH /api/members/[memberId]': () => {
    const scope = { teams: longIds(1_000), flows: longIds(1_000), interviews: longIds(1_000) }
    return { scope, scopeWithoutGroups: scope, replaces: { role: 'reviewer', disabled: false, scope } }
  },
}

let me: Viewer
beforeEach(async () => {
  me = await givenViewer({ role: 'admin' })
})

test.each(Object.entries(LARGEST))('%s reads as much as it may be sent', async (route, body) => {
  const parameters = { interviewId: 'none', memberId: crypto.randomUUID() }
  const response = await askRoute(route, { as: me, drawnFor: null, parameters, body: body() })
  const answered = (await response.text()).slice(0, 2_000)
  expect(answered).not.toMatch(/body_too_large|invalid_input/)
  expect(response.status).toBeLessThan(500)
})

/** They are not members' requests, and limit what they read themselves. */
const ELSEWHERE = ['/api/webhooks/ribbon', '/api/auth/backchannel-logout']
const CHANGES = appRoutes()
  .filter(({ kind, pattern }) => kind === 'endpoint' && !ELSEWHERE.includes(pattern))
  .flatMap(({ pattern, methods }) => methods.map((method) => `${method} ${pattern}`))
  .filter((route) => isChange(route.split(' ')[0]))

test.each(CHANGES)('%s refuses what announces more than any change takes, though nobody may read it', async (route) => {
  const parameters = { ...PLACEHOLDERS, interviewId: 'none', nextauth: 'signout' }
  const says = { 'content-length': String(LARGEST_BODY_BYTES + 1) }
  const response = await askRoute(route, { as: me, drawnFor: null, parameters, says })
  expect([response.status, await response.json()]).toMatchObject([413, { code: 'body_too_large' }])
})
