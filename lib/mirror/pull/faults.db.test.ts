// Must hold 32: whatever Ribbon does wrong, what was mirrored stays, its age shows, and it ends by itself.
import { beforeEach, expect, test, vi } from 'vitest'
import { db } from '../../db/client'
import { interviews } from '../../db/schema/interviews'
import { mirrorLists } from '../../db/schema/mirror'
import { givenViewer } from '../../db/testing/fixtures'
import { DebriefError } from '../../errors'
import { findInterview } from '../../interviews/queries'
import { listInterviews } from '../../interviews/list/queries'
import { EVERYTHING } from '../../interviews/list/filter'
import { fetchMissingInterview } from '../commands'
import { findFreshness } from '../queries'
import { pullNow } from '../testing/pull-now'
import { asId } from '../../db/testing/interview'
import { givenRibbon } from '../../ribbon/testing/given-ribbon'

// How long it is waited between two tries is the transport's own test.
vi.mock('../../ribbon/clock', async () => {
  const { givenClock } = await import('../../ribbon/testing/clock')
  return { systemClock: givenClock().clock }
})

const { control } = givenRibbon({ samples: 'all' })

beforeEach(async () => {
  await control('DELETE', '/faults')
  await pullNow()
})

const everything = () => db().select().from(interviews).orderBy(interviews.id)
const codeOf = (error: unknown) => (error instanceof DebriefError ? error.code : 'another error')

const FAULTS = [
  { kind: 'status', status: 400 },
  { kind: 'status', status: 500 },
  { kind: 'status', status: 503 },
  { kind: 'rate_limit', retryAfter: 1 },
  { kind: 'rate_limit', retryAfter: null },
  { kind: 'reset' },
  { kind: 'truncate' },
  { kind: 'wrong_schema' },
  { kind: 'huge_body', megabytes: 65 },
  { kind: 'content_type' },
  { kind: 'redirect', location: 'http://127.0.0.1:1/' },
]
const named = FAULTS.map((fault) => [JSON.stringify(fault), fault] as const)

test.each(named)('%s loses nothing, shows, and is over when it is over', async (_, fault) => {
  const viewer = await givenViewer({ role: 'admin' })
  const before = await everything()
  expect(before.length).toBeGreaterThanOrEqual(36)
  const late = crypto.randomUUID()
  await control('PUT', `/interviews/${late}`, { interview_flow_id: 'flow' })
  await control('POST', '/faults', { route: '/v1', fault })

  // A sweep, the first pass of an archive, and a page that asks for one interview.
  expect(await pullNow()).toBe('failed')
  await db().delete(mirrorLists)
  expect(await pullNow()).toBe('failed')
  const missing = await fetchMissingInterview(viewer, asId(late)).then(() => 'nothing', codeOf)
  expect(missing).toMatch(/^ribbon_/)

  expect(await everything()).toEqual(before)
  const freshness = await findFreshness(viewer)
  expect(freshness).toMatchObject({ stale: true, failure: { message: expect.stringMatching(/^Ribbon/) } })
  expect(freshness.asOf).not.toBeNull()
  expect((await listInterviews(viewer, EVERYTHING)).total).toBe(before.length)
  expect(await findInterview(viewer, asId(before[0]?.id ?? ''))).not.toBeNull()

  await control('DELETE', '/faults')
  expect(await pullNow()).toBe('pulled')
  expect(await findFreshness(viewer)).toMatchObject({ stale: false, failure: null })
})

test.each([
  { kind: 'latency', ms: 50 },
  { kind: 'drip', ms: 1 },
])('a slow Ribbon is waited for: $kind', async (fault) => {
  const before = await everything()
  await control('POST', '/faults', { route: '/v1', fault, times: 3 })
  expect(await pullNow()).toBe('pulled')
  expect(await everything()).toEqual(before)
})
