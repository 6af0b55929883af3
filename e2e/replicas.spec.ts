import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { VOTES, type Vote } from '../lib/interviews/vote'
import { signInOverHttp } from './http-session'
import { MEMBERS, PASSWORD, runMember, startInstallation } from './installation'
import { stopProgram } from './program'
import { startReplica } from './replica'
import { clearFaults, finishInterview, injectFault, upstreamRequests } from './sandbox-control'
import { expect, test } from './test'
import { untilPulled } from './until-pulled'
import { sendProcessed } from './webhook-event'

const SECRET = 'a secret for two replicas'
const standing = z.object({ vote: z.enum(VOTES), castAt: z.string() }).nullable()
const listed = z.object({ total: z.number(), items: z.array(z.object({ id: z.string(), state: z.string() })) })

/** What a dead replica held is free after fifteen seconds: nobody lends a hand. */
const PATIENCE = { timeout: 180_000 }

async function list(origin: string, cookie: string, search: string) {
  const response = await fetch(`${origin}/api/interviews?${search}`, { headers: { cookie } })
  return { status: response.status, ...listed.safeParse(await response.json()).data }
}

async function openInterview(origin: string, cookie: string): Promise<string> {
  const first = async () => (await list(origin, cookie, 'state=processing&limit=1')).items?.[0]?.id ?? ''
  await expect.poll(first).not.toBe('')
  return first()
}

/** All calls but those for one interview. */
async function countListCalls(sandbox: string): Promise<number> {
  return (await upstreamRequests(sandbox)).filter(({ path }) => !/\/interviews\/./.test(path)).length
}

test('two replicas are one: a session begun on one is known to the other and ends on both', async ({ shared }) => {
  const second = await startReplica(shared)
  const cookie = await signInOverHttp(shared.origin, MEMBERS[0], PASSWORD)
  expect((await list(second.origin, cookie, '')).status).toBe(200)

  const csrf = await fetch(`${second.origin}/api/auth/csrf`, { headers: { cookie } })
  const { csrfToken } = z.object({ csrfToken: z.string() }).parse(await csrf.json())
  const csrfCookie = csrf.headers.getSetCookie().map((set) => set.split(';')[0])
  const signedOut = await fetch(`${second.origin}/api/auth/signout`, {
    method: 'POST',
    headers: { origin: shared.origin, cookie: [cookie, ...csrfCookie].join('; '), 'content-type': 'application/json' },
    body: JSON.stringify({ csrfToken }),
  })
  expect(signedOut.status).toBe(200)
  for (const origin of [shared.origin, second.origin]) expect((await list(origin, cookie, '')).status).toBe(401)
  await stopProgram(second.app)
})

test('a scope, a role and disabling that one replica is told of hold for the next request of the other', async ({
  shared,
}) => {
  const second = await startReplica(shared)
  const email = `${randomUUID()}@example.com`
  await runMember(['add', email, '--role', 'recruiter'], shared.env)
  const admin = await signInOverHttp(shared.origin, MEMBERS[0], PASSWORD)
  const members = await fetch(`${shared.origin}/api/members`, { headers: { cookie: admin } })
  const known = z.array(z.object({ id: z.string(), email: z.string() })).parse(await members.json())
  const id = known.find((member) => member.email === email)?.id
  const change = async (rights: object) => {
    const headers = { cookie: admin, origin: shared.origin, 'content-type': 'application/json' }
    const body = JSON.stringify(rights)
    expect((await fetch(`${shared.origin}/api/members/${id}`, { method: 'PATCH', headers, body })).status).toBe(200)
  }
  const begin = () => signInOverHttp(shared.origin, email, PASSWORD)
  const exporting = async (cookie: string) => {
    const url = `${second.origin}/api/exports/interviews.json`
    return (await fetch(url, { method: 'HEAD', headers: { cookie } })).status
  }

  const recruiter = await begin()
  expect((await list(second.origin, recruiter, 'limit=1')).total).toBeGreaterThan(0)
  await change({ scope: {} })
  expect(await list(second.origin, recruiter, 'limit=1')).toMatchObject({ status: 200, total: 0 })
  await change({ scope: 'all' })
  expect((await list(second.origin, recruiter, 'limit=1')).total).toBeGreaterThan(0)
  expect(await exporting(recruiter)).toBe(200)

  await change({ role: 'reviewer' })
  expect((await list(second.origin, recruiter, '')).status).toBe(401)
  const reviewer = await begin()
  expect((await list(second.origin, reviewer, '')).status).toBe(200)
  expect(await exporting(reviewer)).toBe(403)

  await change({ disabled: true })
  expect((await list(second.origin, reviewer, '')).status).toBe(401)
  await stopProgram(second.app)
})

test('one member votes through two replicas at once: one vote is cast, the others are told of it, and both replicas tell the same', async ({
  shared,
}) => {
  const second = await startReplica(shared)
  const origins = [shared.origin, second.origin]
  const cookie = await signInOverHttp(shared.origin, MEMBERS[1], PASSWORD)
  const id = (await list(shared.origin, cookie, 'state=ready&limit=1')).items?.[0]?.id ?? ''
  const mineAt = async (origin: string) => {
    const response = await fetch(`${origin}/api/interviews/${id}/votes`, { headers: { cookie } })
    return z.object({ mine: standing }).parse(await response.json()).mine
  }
  const cast = async (origin: string, draft: { vote: Vote; replaces: string | null }) => {
    const headers = { cookie, origin: shared.origin, 'content-type': 'application/json' }
    const body = JSON.stringify(draft)
    return (await fetch(`${origin}/api/interviews/${id}/vote`, { method: 'PUT', headers, body })).status
  }
  for (let turn = 0; turn < 5; turn++) {
    const before = await mineAt(shared.origin)
    const wanted = VOTES.filter((vote) => vote !== before?.vote)
    const asked = origins.flatMap((origin) => wanted.map((vote) => ({ origin, vote })))
    const replaces = before?.castAt ?? null
    const answers = await Promise.all(asked.map(({ origin, vote }) => cast(origin, { vote, replaces })))
    const now = await mineAt(shared.origin)
    expect(await mineAt(second.origin)).toEqual(now)
    expect(answers).toEqual(asked.map(({ vote }) => (vote === now?.vote ? 200 : 409)))
  }
  await stopProgram(second.app)
})

test('when the replica that pulls is killed, the other goes on', async () => {
  const first = await startInstallation({ members: [MEMBERS[0]] })
  const cookie = await signInOverHttp(first.origin, MEMBERS[0], PASSWORD)
  const id = await openInterview(first.origin, cookie)
  const second = await startReplica(first)

  first.app.signal('SIGKILL')
  await first.app.exited
  await finishInterview(first.sandbox, id)
  const state = async () => (await list(second.origin, cookie, `id=${id}`)).items?.[0]?.state
  await expect.poll(state, PATIENCE).toBe('ready')
  await stopProgram(second.app)
  await first.stop()
})

test('what one replica took in before it was killed, the other works off', async () => {
  const first = await startInstallation({
    env: { RIBBON_WEBHOOK_SECRET: SECRET, MIRROR_INTERVAL_SECONDS: '3600' },
    members: [MEMBERS[0]],
  })
  const cookie = await signInOverHttp(first.origin, MEMBERS[0], PASSWORD)
  const id = await openInterview(first.origin, cookie)
  await untilPulled(first.origin, cookie)
  const listCalls = await countListCalls(first.sandbox)
  const second = await startReplica(first)
  await finishInterview(first.sandbox, id)

  await injectFault(first.sandbox, '/v1/interviews/', { kind: 'status', status: 400 })
  expect(await sendProcessed(first.origin, { interviewId: id, secret: SECRET })).toBe(204)
  first.app.signal('SIGKILL')
  await first.app.exited
  await clearFaults(first.sandbox)

  const state = async () => (await list(second.origin, cookie, `id=${id}`)).items?.[0]?.state
  await expect.poll(state, PATIENCE).toBe('ready')
  expect(await countListCalls(first.sandbox), 'Ribbon is asked as if there were one replica').toBe(listCalls)
  await stopProgram(second.app)
  await first.stop()
})
