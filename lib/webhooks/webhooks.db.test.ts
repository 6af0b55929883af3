// Must hold 6, 8, 9 and 10.
import { createHmac } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import * as fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { startSandbox } from '../../sandbox/server'
import { db } from '../db/client'
import { interviews } from '../db/schema/interviews'
import { jobs } from '../db/schema/jobs'
import { candidateStatuses, webhookDeliveries } from '../db/schema/webhooks'
import { processNext } from '../jobs/process'
import { startRunner } from '../jobs/runner'
import { acceptWebhook } from './commands'
import { fetchAnnounced, forgetDeliveries } from './jobs'

const KEY = crypto.randomUUID()
const SECRET = 'a secret for the webhook tests'
let sandbox: Awaited<ReturnType<typeof startSandbox>>
let interviewId: string

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, key: KEY, control: true, interviews: 8, samples: 'none' })
  process.env.RIBBON_API_KEY = KEY
  process.env.RIBBON_API_URL = `${sandbox.url}/be-api`
  process.env.RIBBON_WEBHOOK_SECRET = SECRET
  const headers = { authorization: `Bearer ${KEY}` }
  const response = await fetch(`${sandbox.url}/be-api/v1/interviews?status=completed&limit=1`, { headers })
  const list = (await response.json()) as { interviews: { interview_id: string }[] }
  interviewId = list.interviews[0]?.interview_id ?? ''
})
afterAll(() => sandbox.close())
beforeEach(async () => {
  await fetch(`${sandbox.url}/control/faults`, { method: 'DELETE' })
  await forgetAll()
  await db().delete(interviews)
})

const sign = (body: string, secret = SECRET) => createHmac('sha256', secret).update(body).digest('hex')
const deliver = (payload: object, signature?: string) => {
  const body = JSON.stringify(payload)
  return acceptWebhook({ body: Buffer.from(body), signature: signature ?? sign(body) })
}
const processed = (name = 'interview_processed') => ({
  event_type: name,
  interview_id: interviewId,
  status: 'completed',
})
const forgetAll = async () => {
  await db().delete(webhookDeliveries)
  await db().delete(jobs)
}
const outcomes = { done: 'fetched', failed: 'given_up', cancelled: null }
/** With what their jobs tell. */
const deliveries = async () => {
  const rows = await db()
    .select({ delivery: webhookDeliveries, job: jobs })
    .from(webhookDeliveries)
    .leftJoin(jobs, eq(jobs.id, webhookDeliveries.jobId))
    .orderBy(webhookDeliveries.receivedAt)
  return rows.map(({ delivery, job }) => ({
    ...delivery,
    outcome: job?.outcome ? outcomes[job.outcome] : delivery.outcome,
    tries: job?.attempts,
    lastFailureCode: job?.lastFailureCode,
    claimedUntil: job?.claimedUntil,
  }))
}
const timesAsked = async () => {
  const { counts } = (await (await fetch(`${sandbox.url}/control/requests`)).json()) as {
    counts: Record<string, number>
  }
  return Object.entries(counts).reduce((sum, [route, count]) => sum + (/interviews\/./.test(route) ? count : 0), 0)
}
const stored = async () => {
  const rows = await db().select().from(interviews)
  return rows.map((row) => ({ ...row, firstSeenAt: null, updatedAt: null, firstSeenIn: null, updatedIn: null }))
}
const change = (previous: string | null, status: string) => ({
  event_type: 'candidate_status_updated',
  interview_flow_id: 'flow_1',
  interviewee_email: 'jane@example.com',
  previous_status: previous,
  new_status: status,
})
const statuses = async () => (await db().select().from(candidateStatuses)).map(({ status }) => status)
const inject = (fault: object) =>
  fetch(`${sandbox.url}/control/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ route: '/v1/interviews/', fault }),
  })
const fetchNext = () => processNext([fetchAnnounced])
const workOff = async () => {
  while (await fetchNext());
}
const letTimePass = () =>
  db()
    .update(jobs)
    .set({ runAt: sql`now()`, claimedUntil: sql`now()` })

test.each([null, '', 'nonsense', '0'.repeat(64), sign('{}'), sign(JSON.stringify({}), 'another secret')])(
  'an event with the signature %s is refused and changes nothing',
  async (signature) => {
    const body = Buffer.from(JSON.stringify(processed()))
    await expect(acceptWebhook({ body, signature })).rejects.toMatchObject({ code: 'webhook_unsigned' })
    expect(await deliveries()).toEqual([])
  },
)

test('an event that was accepted is worked off, and the interview is as Ribbon says, not as the event says', async () => {
  await deliver({ ...processed(), interviewee_first_name: 'Mallory', status: 'incomplete' })
  await workOff()
  expect(await deliveries()).toMatchObject([{ outcome: 'fetched', event: 'interview_processed', interviewId }])
  const [row] = await stored()
  expect(row).toMatchObject({ id: interviewId, state: 'ready' })
  expect(row?.candidateName).not.toContain('Mallory')
})

test('one event sent a hundred times at once leaves the same as sent once', async () => {
  await deliver(processed())
  await workOff()
  const once = await stored()
  await forgetAll()
  await db().delete(interviews)

  await Promise.all(Array.from({ length: 100 }, () => deliver(processed())))
  expect(await deliveries()).toHaveLength(1)
  await workOff()
  expect(await stored()).toEqual(once)
  expect(await deliveries()).toMatchObject([{ outcome: 'fetched', tries: 1 }])
})

test('in whatever order, however often and whenever worked off, events end in the same state', async () => {
  await deliver(processed())
  await workOff()
  const end = await stored()
  const event = fc.constantFrom(processed(), processed('video_processed'), { event_type: 'of_the_future' }, null)
  const some = fc.array(event, { maxLength: 5 })
  await fc.assert(
    fc.asyncProperty(some, some, async (before, after) => {
      await forgetAll()
      await db().delete(interviews)
      for (const next of [...before, processed(), ...after]) await (next ? deliver(next) : workOff())
      await workOff()
      expect(await stored()).toEqual(end)
    }),
    { numRuns: 25 },
  )
})

test('an announcement that comes while the interview is being fetched has it fetched again', async () => {
  await inject({ kind: 'latency', ms: 300 })
  await deliver(processed())
  const underWay = fetchNext()
  await expect.poll(async () => (await deliveries())[0]?.tries).toBe(1)
  await deliver(processed())
  await underWay
  expect(await deliveries()).toMatchObject([{ outcome: null }])
  const before = await timesAsked()
  await workOff()
  expect(await deliveries()).toMatchObject([{ outcome: 'fetched' }])
  expect(await timesAsked()).toBe(before + 1)
})

test('what cannot be fetched is tried again later, less and less often, and given up in the end', async () => {
  await inject({ kind: 'status', status: 400 })
  await deliver(processed())
  expect(await fetchNext()).toBe(true)
  expect(await deliveries()).toMatchObject([{ outcome: null, tries: 1, lastFailureCode: 'ribbon_rejected' }])
  expect(await fetchNext()).toBe(false)

  for (let tries = 2; tries <= 8; tries++) {
    await letTimePass()
    await fetchNext()
  }
  expect(await deliveries()).toMatchObject([{ outcome: 'given_up', tries: 8 }])
  expect(await stored()).toEqual([])
})

test('once Ribbon answers again, what waited is worked off', async () => {
  await inject({ kind: 'status', status: 400 })
  await deliver(processed())
  await workOff()
  await fetch(`${sandbox.url}/control/faults`, { method: 'DELETE' })
  await letTimePass()
  await workOff()
  expect(await deliveries()).toMatchObject([{ outcome: 'fetched', lastFailureCode: null }])
  expect(await stored()).toHaveLength(1)
})

test('what a replica took before it died is taken by another when its time is over', async () => {
  await deliver(processed())
  await db()
    .update(jobs)
    .set({ attempts: 1, claim: crypto.randomUUID(), claimedUntil: sql`now() + interval '10 seconds'` })
  expect(await fetchNext()).toBe(false)
  await letTimePass()
  await workOff()
  expect(await deliveries()).toMatchObject([{ outcome: 'fetched', tries: 2 }])
})

test('an interview that was announced 150,000 times is fetched once', async () => {
  await deliver(processed())
  const [{ jobId } = { jobId: null }] = await deliveries()
  for (let from = 1; from < 150_000; from += 10_000)
    await db().execute(sql`INSERT INTO webhook_deliveries (digest, interview_id, job_id)
      SELECT n::text, ${interviewId}, ${jobId}::uuid FROM generate_series(${from}::int, ${from + 9_999}::int) AS n`)
  expect(await fetchNext()).toBe(true)
  expect(await fetchNext()).toBe(false)
  expect(await db().$count(webhookDeliveries)).toBe(150_001)
  expect(await stored()).toHaveLength(1)
})

test('what is being fetched for long stays taken, by seconds at a time', async () => {
  await inject({ kind: 'latency', ms: 1_000 })
  await deliver(processed())
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const underWay = fetchNext()
  await expect.poll(async () => (await deliveries())[0]?.tries).toBe(1)
  const taken = (await deliveries())[0]?.claimedUntil
  await vi.advanceTimersByTimeAsync(5_000)
  await expect.poll(async () => (await deliveries())[0]?.claimedUntil).not.toBe(taken)
  await underWay
  vi.useRealTimers()
  expect(await deliveries()).toMatchObject([{ outcome: 'fetched', tries: 1 }])
})

test('what is due in a year, since the clock was set back, is due now', async () => {
  await deliver(processed())
  await db()
    .update(jobs)
    .set({ runAt: sql`now() + interval '1 year'` })
  await workOff()
  expect(await deliveries()).toMatchObject([{ outcome: 'fetched' }])
})

test('a running runner needs no telling', async () => {
  const runner = startRunner([fetchAnnounced])
  await deliver(processed())
  await expect.poll(async () => (await deliveries())[0]?.outcome).toBe('fetched')
  await runner.stop()
})

test('a signed event that cannot be read is answered like the others and leaves a note only', async () => {
  const body = Buffer.from('{')
  await acceptWebhook({ body, signature: sign('{') })
  expect(await deliveries()).toMatchObject([{ outcome: 'ignored', event: null, interviewId: null }])
})

test('a replayed change of status changes nothing', async () => {
  await deliver(change(null, 'invited'))
  await deliver(change('invited', 'shortlisted'))
  expect(await statuses()).toEqual(['shortlisted'])
  await deliver(change('invited', 'rejected'))
  await deliver(change(null, 'invited'))
  expect(await statuses()).toEqual(['shortlisted'])
  await deliver(change('shortlisted', 'hired'))
  expect(await statuses()).toEqual(['hired'])
})

test('announcements of a month ago are forgotten, and no later ones', async () => {
  await deliver({ event_type: 'of_the_future', old: true })
  await db()
    .update(webhookDeliveries)
    .set({ receivedAt: sql`now() - interval '31 days'` })
  await deliver({ event_type: 'of_the_future' })
  await deliver(processed())
  await forgetDeliveries.run(
    {},
    { signal: new AbortController().signal, report: async () => {}, wasPaused: () => false },
  )
  expect(await deliveries()).toHaveLength(2)
})
