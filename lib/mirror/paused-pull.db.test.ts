import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startSandbox } from '../../sandbox/server'
import { db } from '../db/client'
import { mirrors } from '../db/schema/mirror'
import { pullOnce } from './sync-loop'

const KEY = crypto.randomUUID()
const INTERVAL_SECONDS = 5
let sandbox: Awaited<ReturnType<typeof startSandbox>>

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, key: KEY, control: true, interviews: 3, samples: 'none' })
  process.env.RIBBON_API_KEY = KEY
  process.env.MIRROR_INTERVAL_SECONDS = String(INTERVAL_SECONDS)
  process.env.RIBBON_API_URL = `${sandbox.url}/be-api`
})
afterAll(() => sandbox.close())

test('a pull that succeeds although the process stood still meanwhile is followed by the interval, not by minutes', async () => {
  const fault = { route: '/v1/teams', times: 1, fault: { kind: 'latency', ms: 2_000 } }
  const headers = { 'content-type': 'application/json' }
  await fetch(`${sandbox.url}/control/faults`, { method: 'POST', headers, body: JSON.stringify(fault) })
  const underWay = pullOnce(crypto.randomUUID(), new AbortController().signal)
  await expect.poll(teamCalls).toBe(1)
  const now = performance.now.bind(performance)
  vi.spyOn(performance, 'now').mockImplementation(() => now() + 20_000)
  expect(await underWay).toBe('pulled')
  vi.restoreAllMocks()

  const seconds = sql<number>`extract(epoch FROM ${mirrors.nextPullAt} - now())::float8`
  const [row] = await db().select({ seconds }).from(mirrors)
  expect(row?.seconds).toBeLessThanOrEqual(INTERVAL_SECONDS)
})

async function teamCalls() {
  const response = await fetch(`${sandbox.url}/control/requests`)
  const { counts } = (await response.json()) as { counts: Record<string, number> }
  return counts['GET /v1/teams'] ?? 0
}
