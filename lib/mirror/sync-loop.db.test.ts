import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { startSandbox } from '../../sandbox/server'
import { db } from '../db/client'
import { flows, interviews } from '../db/schema/interviews'
import { mirrors } from '../db/schema/mirror'
import { givenViewer } from '../db/testing/fixtures'
import { pullOnce, startSyncLoop } from './sync-loop'
import { renewLease, shortenRest, takeDueLease, takeLease } from './lease'
import { findFreshness } from './queries'

const KEY = crypto.randomUUID()
const NEVER = new AbortController().signal
let sandbox: Awaited<ReturnType<typeof startSandbox>>

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, key: KEY, control: true, interviews: 24, samples: 'none' })
  process.env.RIBBON_API_KEY = KEY
  process.env.MIRROR_INTERVAL_SECONDS = '3600'
  process.env.RIBBON_API_URL = `${sandbox.url}/be-api`
})
afterAll(() => sandbox.close())
beforeEach(async () => {
  await control('/control/faults', { method: 'DELETE' })
  await db()
    .update(mirrors)
    .set({ leaseEndsAt: sql`'epoch'` })
})

function control(path: string, init: RequestInit) {
  return fetch(sandbox.url + path, { ...init, headers: { 'content-type': 'application/json' } })
}

function inject(route: string, fault: object, times?: number) {
  return control('/control/faults', { method: 'POST', body: JSON.stringify({ route, fault, times }) })
}

const all = () => db().select().from(interviews).orderBy(interviews.id)

test('a pull brings all interviews of both statuses, and a second one changes nothing', async () => {
  expect(await pullOnce(crypto.randomUUID(), NEVER)).toBe('pulled')
  const first = await all()
  expect(first).toHaveLength(24)
  expect(new Set(first.map((row) => row.state))).toContain('not_taken')

  await db()
    .update(mirrors)
    .set({ leaseEndsAt: sql`'epoch'` })
  expect(await pullOnce(crypto.randomUUID(), NEVER)).toBe('pulled')
  expect(await all()).toEqual(first)
  expect(await findFreshness(await givenViewer())).toMatchObject({ failure: null, stale: false })
})

test('while another replica pulls nothing is pulled; a dead one’s lease runs out', async () => {
  const [first, second] = [crypto.randomUUID(), crypto.randomUUID()]
  expect(await takeLease(first)).toBe(true)
  expect(await takeLease(second)).toBe(false)
  expect(await pullOnce(second, NEVER)).toBe('not ours')

  await db()
    .update(mirrors)
    .set({ leaseEndsAt: sql`now() - interval '1 second'` })
  expect(await takeLease(second)).toBe(true)
  expect(await renewLease(first)).toBe(false)
  expect(await takeLease(first)).toBe(false)
})

test('of ten replicas that try at once, one may pull', async () => {
  for (let round = 0; round < 20; round += 1) {
    await db()
      .update(mirrors)
      .set({ leaseEndsAt: sql`'epoch'` })
    const taken = await Promise.all(Array.from({ length: 10 }, () => takeLease(crypto.randomUUID())))
    expect(taken.filter(Boolean)).toHaveLength(1)
  }
})

test('what a killed replica held is held for seconds, and what it rested for is nobody’s to hold', async () => {
  const { endsIn } = await leaseOf(() => takeLease(crypto.randomUUID()))
  expect(endsIn).toBeGreaterThan(0)
  expect(endsIn).toBeLessThanOrEqual(15)

  await pullOnce((await leaseOf(() => Promise.resolve(true))).holder ?? '', NEVER)
  expect(await leaseOf(() => Promise.resolve(true))).toMatchObject({ holder: null, endsIn: 0 })
})

async function leaseOf(first: () => Promise<boolean>) {
  expect(await first()).toBe(true)
  const [row] = await db()
    .select({
      holder: mirrors.leaseHolder,
      endsIn: sql<number>`extract(epoch FROM greatest(${mirrors.leaseEndsAt} - now(), interval '0'))::float8`,
    })
    .from(mirrors)
  if (!row) throw new Error('the mirror has no row')
  return row
}

test.each([
  ['a lease', { leaseHolder: crypto.randomUUID(), leaseEndsAt: sql`now() + interval '1 hour'`, nextPullAt: 'epoch' }],
  ['a next pull', { leaseHolder: null, leaseEndsAt: sql`now()`, nextPullAt: sql`now() + interval '1 year'` }],
])('%s that lies further ahead than any can, since a clock was set back, holds nobody up', async (_, row) => {
  await takeLease(crypto.randomUUID())
  await db().update(mirrors).set(row)
  expect(await takeDueLease(crypto.randomUUID(), 900)).toBe(true)
})

async function dueIn() {
  const seconds = sql<number>`extract(epoch FROM ${mirrors.nextPullAt} - now())::float8`
  return (await db().select({ seconds }).from(mirrors))[0]?.seconds
}

test('a process that begins waits the interval after the last pull, however long another meant to rest', async () => {
  const lastSuccessAt = sql`now() - interval '20 seconds'`
  await db()
    .update(mirrors)
    .set({ lastSuccessAt, lastFailureAt: null, nextPullAt: sql`now() + interval '800 seconds'` })
  await shortenRest(60)
  expect(await dueIn()).toBeLessThan(60)
  await shortenRest(3_600)
  expect(await dueIn(), 'it makes no pause longer').toBeLessThan(60)
})

test.each([
  { kind: 'status', status: 400 },
  { kind: 'wrong_schema' },
  { kind: 'content_type' },
  { kind: 'redirect', location: 'http://127.0.0.1:1/' },
])('a pull that meets $kind deletes nothing and says since when the data is stale', async (fault) => {
  const before = await all()
  await inject('/v1/interviews', fault)
  expect(await pullOnce(crypto.randomUUID(), NEVER)).toBe('failed')

  expect(await all()).toEqual(before)
  const freshness = await findFreshness(await givenViewer())
  expect(freshness).toMatchObject({ stale: true, failure: { message: expect.stringMatching(/^Ribbon/) } })
  expect(freshness.asOf).not.toBeNull()
})

test('one unreadable item does not lose the others', async () => {
  await db().delete(interviews)
  await inject('/v1/interviews', { kind: 'wrong_schema', item: true }, 1)
  expect(await pullOnce(crypto.randomUUID(), NEVER)).toBe('pulled')
  expect((await all()).length).toBeGreaterThanOrEqual(23)
})

test('a flow that Ribbon archived is kept and marked', async () => {
  const [flow] = await db().select().from(flows).limit(1)
  await fetch(`${sandbox.url}/be-api/v1/interview-flows/${flow?.id}`, {
    method: 'DELETE',
    headers: { authorization: `Bearer ${KEY}` },
  })
  expect(await pullOnce(crypto.randomUUID(), NEVER)).toBe('pulled')
  const [kept] = await db()
    .select()
    .from(flows)
    .where(eq(flows.id, flow?.id ?? ''))
  expect(kept?.goneAt).not.toBeNull()
})

test('a failure in the middle keeps what was read before it', async () => {
  await db().delete(interviews)
  await inject('/v1/interviews', { kind: 'latency', ms: 1 }, 1)
  await inject('/v1/interviews', { kind: 'status', status: 400 })
  expect(await pullOnce(crypto.randomUUID(), NEVER)).toBe('failed')
  expect((await all()).length).toBeGreaterThan(0)
})

async function pulls() {
  const { counts } = (await (await control('/control/requests', {})).json()) as { counts: Record<string, number> }
  return counts['GET /v1/teams'] ?? 0
}

async function nextPullIsInAnHour() {
  const [row] = await db()
    .select({ is: sql<boolean>`${mirrors.nextPullAt} > now() + interval '3000 seconds'` })
    .from(mirrors)
  return row?.is
}

const failures = async () => (await db().select().from(mirrors))[0]?.failures
const lastSuccess = async () => (await db().select().from(mirrors))[0]?.lastSuccessAt ?? null

test('of two replicas one pulls, and while it rests the other does not either', async () => {
  await db().update(mirrors).set({ lastSuccessAt: null, lastFailureAt: null, nextPullAt: 'epoch' })
  await control('/control/requests', { method: 'DELETE' })
  const loops = [startSyncLoop(), startSyncLoop()]
  await expect.poll(lastSuccess).not.toBeNull()
  expect(await nextPullIsInAnHour()).toBe(true)
  expect(await takeDueLease(crypto.randomUUID(), 3_600)).toBe(false)

  expect(await pulls()).toBe(1)
  for (const loop of loops) await loop.stop()
  expect(await takeLease(crypto.randomUUID()), 'the lease was given back').toBe(true)
})

test('failures in a row are counted for all replicas, and over with the first success', async () => {
  await db().update(mirrors).set({ failures: 0 })
  await inject('/v1/teams', { kind: 'status', status: 400 })
  for (const count of [1, 2]) {
    expect(await pullOnce(crypto.randomUUID(), NEVER)).toBe('failed')
    expect(await failures()).toBe(count)
  }
  await control('/control/faults', { method: 'DELETE' })
  expect(await pullOnce(crypto.randomUUID(), NEVER)).toBe('pulled')
  expect(await failures()).toBe(0)
})

test('what fails because the process stood still is no failure, and begins again at once', async () => {
  await db()
    .update(mirrors)
    .set({ failures: 0, lastFailureCode: null, nextPullAt: sql`now() + interval '1 hour'` })
  await control('/control/requests', { method: 'DELETE' })
  await inject('/v1/teams', { kind: 'latency', ms: 500 }, 1)
  await inject('/v1/teams', { kind: 'status', status: 400 })
  await inject('/v1/team-members', { kind: 'status', status: 400 })
  const underWay = pullOnce(crypto.randomUUID(), NEVER)
  await expect.poll(pulls).toBe(1)
  const before = performance.now.bind(performance)
  vi.spyOn(performance, 'now').mockImplementation(() => before() + 8 * 3_600_000)
  expect(await underWay).toBe('failed')

  vi.restoreAllMocks()
  const [row] = await db().select().from(mirrors)
  expect(row).toMatchObject({ failures: 0, lastFailureCode: null })
  expect(await takeDueLease(crypto.randomUUID(), 3_600)).toBe(true)
})

test('a sync loop that waits for Ribbon stops without it', async () => {
  await control('/control/requests', { method: 'DELETE' })
  await inject('/v1/teams', { kind: 'latency', ms: 600_000 })
  const loop = startSyncLoop()
  await expect.poll(pulls).toBe(1)
  await loop.stop()
  expect(await takeLease(crypto.randomUUID())).toBe(true)
})
