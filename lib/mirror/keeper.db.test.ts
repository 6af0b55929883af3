import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startSandbox } from '../../sandbox/server'
import { db } from '../db/client'
import { flows, interviews, mirrors } from '../db/schema'
import { givenViewer } from '../db/testing/fixtures'
import { fetchMissingInterview } from './commands'
import { pullOnce } from './keeper'
import { takeLease } from './lease'
import { findFreshness } from './queries'

const KEY = crypto.randomUUID()
const NEVER = new AbortController().signal
let sandbox: Awaited<ReturnType<typeof startSandbox>>

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, key: KEY, control: true, interviews: 24, samples: 'none' })
  process.env.RIBBON_API_KEY = KEY
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

test(
  'a pull brings all interviews of both statuses, and a second one changes nothing',
  { timeout: 60_000 },
  async () => {
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
  },
)

test('while another replica holds the lease nothing is pulled; a dead one’s lease runs out', async () => {
  const [first, second] = [crypto.randomUUID(), crypto.randomUUID()]
  expect(await takeLease(first)).toBe(true)
  expect(await takeLease(second)).toBe(false)
  expect(await pullOnce(second, NEVER)).toBe('not ours')

  await db()
    .update(mirrors)
    .set({ leaseEndsAt: sql`now() - interval '1 second'` })
  expect(await takeLease(second)).toBe(true)
  expect(await takeLease(first)).toBe(false)
})

test.each([
  { kind: 'status', status: 400 },
  { kind: 'wrong_schema' },
  { kind: 'content_type' },
  { kind: 'redirect', location: 'http://127.0.0.1:1/' },
])(
  'a pull that meets $kind deletes nothing and says since when the data is stale',
  { timeout: 60_000 },
  async (fault) => {
    const before = await all()
    await inject('/v1/interviews', fault)
    expect(await pullOnce(crypto.randomUUID(), NEVER)).toBe('failed')

    expect(await all()).toEqual(before)
    const freshness = await findFreshness(await givenViewer())
    expect(freshness).toMatchObject({ stale: true, failure: { message: expect.stringMatching(/^Ribbon/) } })
    expect(freshness.asOf).not.toBeNull()
  },
)

test('one unreadable item does not lose the others', { timeout: 60_000 }, async () => {
  await db().delete(interviews)
  await inject('/v1/interviews', { kind: 'wrong_schema', item: true }, 1)
  expect(await pullOnce(crypto.randomUUID(), NEVER)).toBe('pulled')
  expect((await all()).length).toBeGreaterThanOrEqual(23)
})

test('a flow that Ribbon archived is kept and marked', { timeout: 60_000 }, async () => {
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

test('an interview that is not mirrored yet is fetched once, and an unknown id is asked for once', async () => {
  const viewer = await givenViewer()
  const [row] = await all()
  await db()
    .delete(interviews)
    .where(eq(interviews.id, row?.id ?? ''))
  await control('/control/requests', { method: 'DELETE' })

  await fetchMissingInterview(viewer, row?.id ?? '')
  expect((await all()).map(({ id }) => id)).toContain(row?.id)

  const unknown = crypto.randomUUID()
  for (let time = 0; time < 3; time++) await fetchMissingInterview(viewer, unknown)
  await fetchMissingInterview(viewer, '../teams')
  const { requests } = (await (await control('/control/requests', {})).json()) as { requests: { path: string }[] }
  expect(requests.map(({ path }) => path)).toEqual([`/v1/interviews/${row?.id}`, `/v1/interviews/${unknown}`])
})
