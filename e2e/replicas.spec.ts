import { createHmac } from 'node:crypto'
import { z } from 'zod'
import { ask } from './database'
import { signInOverHttp } from './http-session'
import { type Installation, MEMBERS, PASSWORD, startInstallation } from './installation'
import { knownInterview } from './known-interview'
import { stopProgram } from './program'
import { startReplica } from './replica'
import { clearFaults, finishInterview, injectFault, upstreamRequests } from './sandbox-control'
import { expect, test } from './test'

const SECRET = 'a secret for the replicas'
const RARELY = { RIBBON_WEBHOOK_SECRET: SECRET, MIRROR_INTERVAL_SECONDS: '3600' }
const listed = z.object({ items: z.array(z.object({ id: z.string(), state: z.string() })) })
const mirror = z.tuple([z.object({ holder: z.string(), success: z.string().nullable() })])
const applied = z.tuple([z.object({ count: z.number(), times: z.number() })])

test('two replicas share sign-ins, announcements and the one who asks Ribbon', async () => {
  const first = await startInstallation({ env: RARELY })
  const cookie = await signInOverHttp(first.origin, MEMBERS[0], PASSWORD)
  await knownInterview(first.origin, cookie)
  const listCalls = await callsForLists(first)

  const second = await startReplica(first)
  const [migrations] = applied.parse(
    await ask(
      first.databaseUrl,
      'SELECT count(*)::int AS count, count(DISTINCT applied_at)::int AS times FROM migrations',
    ),
  )
  expect(migrations.count).toBeGreaterThan(0)
  expect(migrations.times).toBe(1)

  const waiting = await firstProcessing(second.origin, cookie)
  await finishInterview(first.sandbox, waiting)
  expect(await announce(first.origin, waiting)).toBe(204)
  await expect.poll(() => stateOf(waiting, { origin: second.origin, cookie })).toBe('ready')

  await signOut(second.origin, first.origin, cookie)
  expect((await fetch(`${first.origin}/api/interviews?limit=1`, { headers: { cookie } })).status).toBe(401)
  expect(await callsForLists(first)).toEqual(listCalls)
  await stopProgram(second.program)
  await first.stop()
})

test('what a replica accepted and was killed before it did is done by the other', async () => {
  const first = await startInstallation({ env: RARELY })
  const cookie = await signInOverHttp(first.origin, MEMBERS[0], PASSWORD)
  await knownInterview(first.origin, cookie)
  const second = await startReplica(first)
  const waiting = await firstProcessing(first.origin, cookie)
  await finishInterview(first.sandbox, waiting)

  await injectFault(first.sandbox, '/v1/interviews/', { kind: 'latency', ms: 20_000 })
  expect(await announce(first.origin, waiting)).toBe(204)
  first.app.signal('SIGKILL')
  await first.app.exited
  expect(await stateOf(waiting, { origin: second.origin, cookie })).toBe('processing')

  await clearFaults(first.sandbox)
  // Whoever had taken it is taken for dead after a minute, which is over now.
  await ask(first.databaseUrl, 'UPDATE webhook_deliveries SET due_at = now() WHERE outcome IS NULL')
  await expect.poll(() => stateOf(waiting, { origin: second.origin, cookie }), { timeout: 40_000 }).toBe('ready')
  await stopProgram(second.program)
  await first.stop()
})

test('when the replica that keeps the mirror is killed, the other goes on', async () => {
  const first = await startInstallation()
  await expect.poll(async () => (await findMirror(first)).success).not.toBeNull()
  const { holder: holderOfFirst } = await findMirror(first)
  const second = await startReplica(first)

  const before = await findMirror(first)
  const [holder, other] = before.holder === holderOfFirst ? [first.app, second.program] : [second.program, first.app]
  holder.signal('SIGKILL')
  await holder.exited
  // Had it been killed in the middle of a pull, its lease would run for a minute.
  await ask(first.databaseUrl, 'UPDATE mirrors SET lease_ends_at = now()')
  await expect.poll(async () => (await findMirror(first)).holder, { timeout: 20_000 }).not.toBe(before.holder)
  const { success } = await findMirror(first)
  await expect.poll(async () => (await findMirror(first)).success, { timeout: 20_000 }).not.toBe(success)
  await stopProgram(other)
  await first.stop()
})

async function findMirror({ databaseUrl }: Installation) {
  const statement = 'SELECT lease_holder AS holder, last_success_at::text AS success FROM mirrors'
  return mirror.parse(await ask(databaseUrl, statement))[0]
}

async function callsForLists({ sandbox }: Installation) {
  const requests = await upstreamRequests(sandbox)
  return requests.map(({ path }) => path).filter((path) => !/\/interviews\/./.test(path))
}

async function announce(origin: string, id: string) {
  const body = JSON.stringify({ event_type: 'interview_processed', interview_id: id })
  const headers = { 'x-ribbon-signature': createHmac('sha256', SECRET).update(body).digest('hex') }
  return (await fetch(`${origin}/api/webhooks/ribbon`, { method: 'POST', headers, body })).status
}

async function firstProcessing(origin: string, cookie: string) {
  const [found] = await find(origin, cookie, 'state=processing&limit=1')
  if (!found) throw new Error('no interview is being processed')
  return found.id
}

async function stateOf(id: string, { origin, cookie }: { origin: string; cookie: string }) {
  const response = await fetch(`${origin}/api/interviews/${id}`, { headers: { cookie } })
  return listed.shape.items.element.parse(await response.json()).state
}

async function find(origin: string, cookie: string, query: string) {
  const response = await fetch(`${origin}/api/interviews?${query}`, { headers: { cookie } })
  return listed.parse(await response.json()).items
}

async function signOut(origin: string, publicOrigin: string, cookie: string) {
  const csrf = await fetch(`${origin}/api/auth/csrf`)
  const token = csrf.headers.getSetCookie().map((set) => set.split(';')[0])
  const { csrfToken } = z.object({ csrfToken: z.string() }).parse(await csrf.json())
  const headers = { origin: publicOrigin, cookie: [cookie, ...token].join('; '), 'content-type': 'application/json' }
  const body = JSON.stringify({ csrfToken })
  const response = await fetch(`${origin}/api/auth/signout`, { method: 'POST', headers, body, redirect: 'manual' })
  expect(response.status).toBeLessThan(400)
}
