import { eq, sql } from 'drizzle-orm'
import { expect, test, vi } from 'vitest'
import { may } from '../auth/viewer'
import { db } from '../db/client'
import { interviews } from '../db/schema/interviews'
import { mirrorLists, unreadableItems } from '../db/schema/mirror'
import { jobs } from '../db/schema/jobs'
import { flowWebhooks, webhookDeliveries } from '../db/schema/webhooks'
import { givenViewer } from '../db/testing/fixtures'
import { givenFlow, givenInterview } from '../db/testing/interview'
import { counted } from '../ribbon/call-count'
import { recordCalls } from '../mirror/call-log'
import { recordFaults } from '../mirror/store/unreadable'
import { checkConnection } from './commands'
import { findConnection } from './queries'
import { takePlace } from '../mirror/store/order'
import { PULL_KIND } from '../jobs/pulls'
import { schedule } from '../jobs/recurring'
import { pulling } from '../mirror/pull/job'
import { storeSecrets } from '../mirror/store/webhook-secrets'

vi.mock('../ribbon/client', async (original) => ({
  ...(await original<typeof import('../ribbon/client')>()),
  ping: vi.fn<() => Promise<void>>(),
}))

async function connection() {
  const admin = await givenViewer({ role: 'admin' })
  if (!may(admin, 'connection.read')) throw new Error('the admin is none')
  return findConnection(admin)
}

test('before anything was read, everything is nought and the key has not been tried', async () => {
  expect(await connection()).toMatchObject({
    ...{ key: 'unknown', phase: 'backfill', lastSuccessAt: null, lastFailure: null, doubts: ['reading'] },
    ...{ listed: 0, here: 0, comparedAt: null, reading: { seen: 0, about: null, secondsLeft: null } },
    recordings: { play: 0, none: 0, refused: 0 },
    calls: { lastMinute: 0, lastHour: 0, failuresLastHour: 0 },
    counts: { ready: 0, processing: 0, not_taken: 0, gone: 0 },
    unreadable: { shown: [], total: 0 },
    webhooks: {
      isOn: false,
      flows: { shown: [], total: 0 },
      waiting: 0,
      oldestWaitingAt: null,
      recent: [],
      url: 'http://localhost:3000/api/webhooks/ribbon',
    },
  })
})

test('it tells what is there, how far each list has been read, and what failed in words', async () => {
  await givenFlow()
  await givenInterview()
  await givenInterview({ state: 'processing' })
  await db().insert(mirrorLists).values({ status: 'completed', seen: 40, nextOffset: 40 })
  const failed = { endedAt: new Date().toISOString(), lastFailureCode: 'ribbon_unauthorized' }
  await db()
    .insert(jobs)
    .values({ kind: PULL_KIND, key: 'recurring', payload: {}, ...failed })

  const found = await connection()
  expect(found).toMatchObject({
    ...{ key: 'refused', phase: 'backfill', lastFailure: { message: 'Ribbon does not accept the API key.' } },
    counts: { ready: 1, processing: 1, flows: 1 },
  })
  const never = { passedAt: null, comparedAt: null, beganAt: null, about: null, order: null }
  expect(found.lists).toContainEqual({ status: 'completed', seen: 40, isUnderWay: true, ...never })
})

test('calls are counted, and failed ones among them', async () => {
  await counted(Promise.resolve())
  await counted(Promise.reject(new Error('down'))).catch(() => {})
  await recordCalls()
  await counted(Promise.resolve())
  await recordCalls()
  expect((await connection()).calls).toMatchObject({ lastHour: 3, failuresLastHour: 1 })
})

test('announcements that wait are counted, and the latest are listed', async () => {
  const [done, waiting] = await db()
    .insert(jobs)
    .values([
      { kind: 'fetch', payload: {}, outcome: 'done', attempts: 1 },
      { kind: 'fetch', payload: {}, attempts: 3, lastFailureCode: 'ribbon_unreachable' },
    ])
    .returning()
  await db()
    .insert(webhookDeliveries)
    .values([
      { digest: 'a', event: 'interview_processed', interviewId: 'int_1', jobId: done?.id },
      { digest: 'b', event: 'interview_processed', interviewId: 'int_2', jobId: waiting?.id },
    ])
  const { webhooks } = await connection()
  expect(webhooks).toMatchObject({ waiting: 1, oldestWaitingAt: expect.any(String) })
  expect(webhooks.recent).toHaveLength(2)
  expect(webhooks.recent).toContainEqual(
    expect.objectContaining({ interviewId: 'int_2', outcome: null, tries: 3, failure: 'Ribbon is not answering.' }),
  )
})

test('of each flow it tells whether its secret is known and when it was last heard from, and never the secret', async () => {
  const [heard, silent, without] = [
    await givenFlow({ title: 'Heard' }),
    await givenFlow({ title: 'Silent' }),
    await givenFlow({ title: 'Without' }),
  ]
  await givenFlow({ title: 'Never mirrored' })
  const asked = await takePlace()
  await storeSecrets([
    { id: heard.id, webhookSecret: 'secret of the first', asked },
    { id: silent.id, webhookSecret: 'secret of the second', asked },
    { id: without.id, webhookSecret: null, asked },
  ])
  await db().update(flowWebhooks).set({ lastHeardAt: '2026-11-23T12:00:00Z' }).where(eq(flowWebhooks.flowId, heard.id))

  const { webhooks } = await connection()
  expect(webhooks.isOn).toBe(true)
  expect(webhooks.flows.shown.at(-1)).toEqual({
    id: heard.id,
    title: 'Heard',
    hasSecret: true,
    lastHeardAt: '2026-11-23T12:00:00.000Z',
  })
  const known = webhooks.flows.shown.map(({ title, hasSecret }) => [title, hasSecret])
  expect(known).toContainEqual(['Silent', true])
  expect(known).toContainEqual(['Without', false])
  expect(known).toContainEqual(['Never mirrored', false])
  expect(webhooks.flows.total).toBe(webhooks.flows.shown.length)
  expect(JSON.stringify(await connection())).not.toContain('secret of')
})

test('what could not be read is told with its reason in a sentence and when it is tried again, some of it', async () => {
  const many = Array.from({ length: 60 }, (_, at) => ({
    kind: 'interview' as const,
    place: `int_${at}`,
    reason: 'too_deep' as const,
  }))
  await recordFaults([...many, { kind: 'completed', place: '41', reason: 'no_json' }])
  await db()
    .update(unreadableItems)
    .set({ lastSeenAt: sql`now() + interval '1 second'` })
    .where(eq(unreadableItems.kind, 'completed'))
  const { unreadable } = await connection()
  expect(unreadable.total).toBe(61)
  expect(unreadable.shown).toHaveLength(20)
  expect(unreadable.shown[0]).toMatchObject({
    kind: 'completed',
    place: '41',
    reason: 'What Ribbon sends for it is not JSON.',
  })
  expect(unreadable.shown[1]).toMatchObject({ reason: 'It is nested more than 64 levels deep.', tries: 1 })
  const { firstSeenAt, nextTryAt } = unreadable.shown[1] ?? { firstSeenAt: '', nextTryAt: '' }
  expect(Date.parse(nextTryAt) - Date.parse(firstSeenAt)).toBe(5 * 60_000)
})

const recording = (audio: string | null, video: string | null = null) =>
  givenInterview({ recordings: { audio, video } })
const due = () => db().$count(jobs, sql`kind = ${PULL_KIND} AND run_at <= now()`)

/** Both lists were compared and the last pull succeeded, a moment ago. */
async function givenCompared() {
  for (const table of [interviews, mirrorLists, unreadableItems, webhookDeliveries, jobs]) await db().delete(table)
  const now = new Date().toISOString()
  const compared = { beganAt: now, passedAt: now, comparedAt: now }
  await db()
    .insert(mirrorLists)
    .values([
      { status: 'completed', ...compared },
      { status: 'incomplete', ...compared },
    ])
  await schedule([pulling])
  await db()
    .update(jobs)
    .set({ lastSuccessAt: now, endedAt: now, runAt: sql`now() + interval '1 minute'` })
}

test('everything is here once both lists were compared, and not while anything leaves it open', async () => {
  await givenCompared()
  await givenInterview()
  await givenInterview({ state: 'processing' })
  const sure = { doubts: [], here: 2, listed: 2, reading: null, comparedAt: expect.any(String) }
  expect(await connection()).toMatchObject({ ...sure, everySeconds: 60 })

  await db()
    .update(mirrorLists)
    .set({ comparedAt: sql`now() - interval '1 hour'`, passedAt: sql`now() - interval '1 day'` })
  expect(await connection()).toMatchObject({ doubts: ['outdated'] })
  await db()
    .update(mirrorLists)
    .set({ passedAt: sql`now()` })
  expect(await connection()).toMatchObject({ doubts: ['cut_short'] })
  await givenCompared()
  await db().update(jobs).set({ lastFailureCode: 'ribbon_unauthorized' })
  expect(await connection()).toMatchObject({ doubts: ['refused'], key: 'refused' })
  await db().update(jobs).set({ lastFailureCode: 'ribbon_unreachable' })
  expect(await connection()).toMatchObject({ doubts: ['failing'] })
  await db()
    .update(jobs)
    .set({ lastFailureCode: null, runAt: sql`now() - interval '1 hour'` })
  expect(await connection()).toMatchObject({ doubts: ['overdue'] })
})

test('what cannot be read is listed and not here, unless it is here as it was before', async () => {
  await givenCompared()
  const { id } = await givenInterview()
  await recordFaults([
    { kind: 'interview', place: id, reason: 'too_deep' },
    { kind: 'interview', place: 'int_never_read', reason: 'too_deep' },
    { kind: 'completed', place: '41', reason: 'no_json' },
    { kind: 'completed', place: '1000000', reason: 'list_endless' },
    { kind: 'flow', place: 'a_flow', reason: 'too_deep' },
  ])
  expect(await connection()).toMatchObject({ here: 1, listed: 3, doubts: ['unreadable'], unreadable: { total: 5 } })
})

test('how much there is to play is told, with what Ribbon has no recording of and what this server may not fetch', async () => {
  await givenCompared()
  await recording('https://cdn.example.com/a.wav', 'https://cdn.example.com/a.webm')
  await recording('https://cdn.example.com/b.wav?signed=1')
  await recording(null)
  await recording('http://cdn.example.com/c.wav')
  await recording('https://10.0.0.1/d.wav', 'https://10.0.0.1/d.webm')
  await givenInterview({ state: 'not_taken', recordings: { audio: null, video: null } })
  expect((await connection()).recordings).toEqual({ play: 2, none: 1, refused: 2 })
})

test('a comparison that is asked for is due at once', async () => {
  await givenCompared()
  const admin = await givenViewer({ role: 'admin' })
  if (!may(admin, 'connection.check')) throw new Error('the admin is none')
  expect(await due()).toBe(0)
  await checkConnection(admin)
  expect(await due()).toBe(1)
})
