// The members' endpoints, as a browser or a program asks them.
import { beforeEach, expect, test, vi } from 'vitest'
import { PLACEHOLDERS } from '@/e2e/routes'
import { askRoute } from '@/lib/auth/testing/ask-route'
import type { Viewer } from '@/lib/auth/viewer'
import { givenViewer } from '@/lib/db/testing/fixtures'
import { givenFlow, givenInterview } from '@/lib/db/testing/interview'

vi.mock('next/headers', async () => (await import('@/lib/auth/testing/ask-route')).askedHeaders)

let admin: Viewer
let member: Viewer
beforeEach(async () => {
  vi.stubEnv('RIBBON_API_URL', 'http://127.0.0.1:9/be-api')
  admin = await givenViewer({ role: 'admin' })
  member = await givenViewer({ role: 'reviewer' })
})

const ask = async (as: Viewer, route: string, { of = member.memberId, body }: { of?: string; body?: unknown } = {}) => {
  const response = await askRoute(route, { as, drawnFor: null, parameters: { memberId: of }, body })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}
const change = (body: unknown, of?: string) =>
  ask(admin, 'PATCH /api/members/[memberId]', of === undefined ? { body } : { of, body })

async function read(as: Viewer, interviewId: string) {
  const parameters = { ...PLACEHOLDERS, interviewId }
  const response = await askRoute('GET /api/interviews/[interviewId]/notes', { as, drawnFor: null, parameters })
  return { status: response.status, text: (await response.text()).replaceAll(/"id":"[^"]*"/g, '') }
}

test('an admin is told of each member who they are, what they may and see, and how they sign in', async () => {
  const { body } = await ask(admin, 'GET /api/members')
  expect(body).toContainEqual({
    ...{ id: member.memberId, email: member.email, name: null, role: 'reviewer', scope: 'all', signsInWith: [] },
    ...{
      passwordServes: true,
      providerServes: false,
      breaksGlass: false,
      scopeWithoutGroups: null,
      disabledAt: null,
      createdAt: expect.any(String),
      lastSeenAt: expect.any(String),
    },
  })
})

test('another scope holds for the very next request, whichever replica it asks, and what is outside is as if it were not', async () => {
  const teamId = crypto.randomUUID()
  const flow = await givenFlow({ teamId })
  const [one, other] = [await givenInterview({ teamId, flowId: flow.id }), await givenInterview({ teamId })]
  expect((await read(member, one.id)).status).toBe(200)
  for (const [scope, sees] of [
    [{ interviews: [other.id] }, [404, 200]],
    [{ teams: [], flows: [flow.id], interviews: [] }, [200, 404]],
    [{ teams: [teamId] }, [200, 200]],
    [{}, [404, 404]],
    ['all', [200, 200]],
  ] as const) {
    expect(await change({ scope })).toMatchObject({ status: 200, body: { id: member.memberId } })
    expect([(await read(member, one.id)).status, (await read(member, other.id)).status]).toEqual(sees)
  }
  await change({ scope: {} })
  expect(await read(member, one.id)).toEqual(await read(member, crypto.randomUUID()))
})

test('another role, disabling, the end of sessions and removal sign out at once', async () => {
  const { id } = await givenInterview()
  for (const end of [
    () => change({ role: 'recruiter' }),
    () => change({ disabled: true }),
    () => ask(admin, 'DELETE /api/members/[memberId]/sessions'),
    () => ask(admin, 'DELETE /api/members/[memberId]'),
  ]) {
    member = await givenViewer({ role: 'reviewer' })
    expect((await read(member, id)).status).toBe(200)
    expect((await end()).status).toBe(200)
    expect((await read(member, id)).status).toBe(401)
  }
})

test.each([
  [{ role: 'owner' }, 'role'],
  [{ owner: true }, 'owner'],
  [{ scope: { teams: 'team_a' } }, 'scope'],
  [{ scope: { teams: Array.from({ length: 1_001 }, String) } }, 'at most 1,000 of each'],
  [{ scope: { teams: [], rules: [] } }, 'scope'],
  [{ disabled: 'yes' }, 'disabled'],
])('%j is refused, and says what to change', async (body, words) => {
  const refused = await change(body)
  expect(refused).toMatchObject({ status: 400, body: { code: 'invalid_input' } })
  expect(JSON.stringify(refused.body)).toContain(words)
})

test('a thousand of each are taken, and what does not exist is named', async () => {
  const many = Array.from({ length: 1_000 }, () => crypto.randomUUID())
  const { body } = await change({ scope: { teams: many, flows: many, interviews: many } })
  expect(body).toMatchObject({ code: 'scope_unknown', detail: expect.stringContaining(`There is no team ${many[0]}`) })
})

test('to others there is no such endpoint, and of nobody nothing is known', async () => {
  const recruiter = await givenViewer({ role: 'recruiter' })
  for (const route of ['GET /api/members', 'DELETE /api/members/[memberId]', 'DELETE /api/members/[memberId]/sessions'])
    expect(await ask(recruiter, route)).toMatchObject({ status: 404 })
  expect(await ask(recruiter, 'PATCH /api/members/[memberId]', { body: {} })).toMatchObject({ status: 404 })
  for (const of of [crypto.randomUUID(), 'nobody', '\0'])
    expect(await change({ role: 'recruiter' }, of)).toMatchObject({ status: 404, body: { code: 'member_not_found' } })
})
