import { eq, sql } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { db } from '../../db/client'
import { flows, interviews } from '../../db/schema/interviews'
import { jobs } from '../../db/schema/jobs'
import { givenViewer } from '../../db/testing/fixtures'
import { processNext } from '../../jobs/process'
import { PULL_KIND } from '../../jobs/pulls'
import { isRecurring } from '../../jobs/recurring'
import { startRunner } from '../../jobs/runner'
import { pulling } from './job'
import { findFreshness } from '../queries'
import { pullNow } from '../testing/pull-now'
import { givenRibbon } from '../../ribbon/testing/given-ribbon'

const INTERVAL_SECONDS = 60
const ribbon = givenRibbon({ interviews: 24, samples: 'none' })

beforeAll(async () => {
  process.env.MIRROR_INTERVAL_SECONDS = String(INTERVAL_SECONDS)
})
beforeEach(async () => {
  await control('/control/faults', { method: 'DELETE' })
  await db().delete(jobs)
})

function control(path: string, init: RequestInit) {
  return fetch(ribbon.url() + path, { ...init, headers: { 'content-type': 'application/json' } })
}

function inject(route: string, fault: object, times?: number) {
  return control('/control/faults', { method: 'POST', body: JSON.stringify({ route, fault, times }) })
}

/** What the fault `held` holds back is answered. */
const letGo = () => control('/control/held', { method: 'DELETE' })

const all = () => db().select().from(interviews).orderBy(interviews.id)

test('a pull brings all interviews of both statuses, and a second one changes nothing', async () => {
  expect(await pullNow()).toBe('pulled')
  const first = await all()
  expect(first).toHaveLength(24)
  expect(new Set(first.map((row) => row.state))).toContain('not_taken')

  expect(await pullNow()).toBe('pulled')
  expect(await all()).toEqual(first)
  expect(await findFreshness(await givenViewer())).toMatchObject({ failure: null, stale: false })
})

test.each([
  { kind: 'status', status: 400 },
  { kind: 'wrong_schema' },
  { kind: 'content_type' },
  { kind: 'redirect', location: 'http://127.0.0.1:1/' },
])('a pull that meets $kind deletes nothing and says since when the data is stale', async (fault) => {
  await pullNow()
  const before = await all()
  await inject('/v1/interviews', fault)
  expect(await pullNow()).toBe('failed')

  expect(await all()).toEqual(before)
  const freshness = await findFreshness(await givenViewer({ role: 'admin' }))
  expect(freshness).toMatchObject({ stale: true, failure: { message: expect.stringMatching(/^Ribbon/) } })
  expect(freshness.asOf).not.toBeNull()
})

test('one unreadable item does not lose the others', async () => {
  await db().delete(interviews)
  await inject('/v1/interviews', { kind: 'wrong_schema', item: true }, 1)
  expect(await pullNow()).toBe('pulled')
  expect((await all()).length).toBeGreaterThanOrEqual(23)
})

test('a flow that Ribbon archived is kept and marked', async () => {
  const [flow] = await db().select().from(flows).limit(1)
  await fetch(`${ribbon.url()}/be-api/v1/interview-flows/${flow?.id}`, {
    method: 'DELETE',
    headers: { authorization: `Bearer ${ribbon.key}` },
  })
  expect(await pullNow()).toBe('pulled')
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
  expect(await pullNow()).toBe('failed')
  expect((await all()).length).toBeGreaterThan(0)
})

async function pulls() {
  const { counts } = (await (await control('/control/requests', {})).json()) as { counts: Record<string, number> }
  return counts['GET /v1/teams'] ?? 0
}

/** Seconds until the next pull. */
async function dueIn() {
  const seconds = sql<number>`extract(epoch FROM ${jobs.runAt} - now())::float8`
  return (await db().select({ seconds }).from(jobs))[0]?.seconds
}

const pullJob = async () => (await db().select().from(jobs).where(isRecurring(PULL_KIND)))[0]
const lastSuccess = async () => (await pullJob())?.lastSuccessAt ?? null
const failures = async () => (await pullJob())?.attempts

test('of two replicas one pulls, and while it rests nobody does', async () => {
  await control('/control/requests', { method: 'DELETE' })
  const replicas = [startRunner([pulling]), startRunner([pulling])]
  await expect.poll(lastSuccess).not.toBeNull()
  expect(await dueIn()).toBeGreaterThan(0)
  expect(await pullJob(), 'resting is no claim').toMatchObject({ claim: null, claimedUntil: null })
  expect(await processNext([pulling])).toBe(false)
  expect(await pulls()).toBe(1)
  for (const replica of replicas) await replica.stop()
})

test.each([
  ['a claim', { claim: crypto.randomUUID(), claimedUntil: sql`now() + interval '1 hour'` }],
  ['a next pull', { runAt: sql`now() + interval '1 year'` }],
])('%s that lies further ahead than any can, since a clock was set back, holds nobody up', async (_, row) => {
  await pullNow()
  await db()
    .update(jobs)
    .set({ runAt: sql`now() + interval '14 minutes'` })
  expect(await processNext([pulling]), 'a rest may be that long').toBe(false)
  await db()
    .update(jobs)
    .set({ runAt: sql`now()`, ...row })
  expect(await processNext([pulling])).toBe(true)
})

test('failures in a row are counted for all replicas, make longer rests, and are over with the first success', async () => {
  await inject('/v1/teams', { kind: 'status', status: 400 })
  for (const [count, rest] of [
    [1, 2 * INTERVAL_SECONDS],
    [2, 4 * INTERVAL_SECONDS],
  ] as const) {
    expect(await pullNow()).toBe('failed')
    expect(await failures()).toBe(count)
    expect(await dueIn()).toBeGreaterThan(rest - INTERVAL_SECONDS)
    expect(await dueIn()).toBeLessThanOrEqual(rest)
  }
  await control('/control/faults', { method: 'DELETE' })
  expect(await pullNow()).toBe('pulled')
  expect(await failures()).toBe(0)
})

test('what fails because the process stood still is no failure, and begins again at once', async () => {
  await control('/control/requests', { method: 'DELETE' })
  await inject('/v1/teams', { kind: 'held' }, 1)
  await inject('/v1/teams', { kind: 'status', status: 400 })
  await inject('/v1/interview-flows', { kind: 'status', status: 400 })
  const underWay = pullNow()
  await expect.poll(pulls).toBe(1)
  letTheProcessStandStill(8 * 3_600_000)
  await letGo()
  expect(await underWay).toBe('failed')
  vi.restoreAllMocks()
  expect(await pullJob()).toMatchObject({ attempts: 0, lastFailureCode: null, claim: null })
  expect(await dueIn()).toBeLessThanOrEqual(0)
})

test('a pull that succeeds although the process stood still meanwhile is followed by the interval, not by minutes', async () => {
  await control('/control/requests', { method: 'DELETE' })
  for (const milliseconds of [20_000, 40_000]) {
    await inject('/v1/teams', { kind: 'held' }, 1)
    const before = await pulls()
    const underWay = pullNow()
    await expect.poll(pulls).toBe(before + 1)
    letTheProcessStandStill(milliseconds)
    await letGo()
    expect(await underWay).toBe('pulled')
    vi.restoreAllMocks()
    expect(await dueIn()).toBeLessThanOrEqual(INTERVAL_SECONDS)
  }
})

function letTheProcessStandStill(milliseconds: number) {
  const now = performance.now.bind(performance)
  vi.spyOn(performance, 'now').mockImplementation(() => now() + milliseconds)
}

test('a replica that waits for Ribbon stops without it, and gives the pull back', async () => {
  await control('/control/requests', { method: 'DELETE' })
  await inject('/v1/teams', { kind: 'latency', ms: 600_000 })
  const replica = startRunner([pulling])
  await expect.poll(pulls).toBe(1)
  await replica.stop()
  expect(await pullJob()).toMatchObject({ claim: null, attempts: 0 })
  expect(await dueIn()).toBeLessThanOrEqual(0)
})
