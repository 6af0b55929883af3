// Must hold 8, 9 and 10.
import { sql } from 'drizzle-orm'
import * as fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { db } from '../db/client'
import { interviews } from '../db/schema/interviews'
import { jobs } from '../db/schema/jobs'
import { webhookDeliveries } from '../db/schema/webhooks'
import { startRunner } from '../jobs/runner'
import { fetchAnnounced, forgetDeliveries } from './jobs'
import {
  deliver,
  deliveries,
  endFaults,
  fetchNext,
  forgetAll,
  givenAnnouncing,
  inject,
  interviewId,
  letGo,
  letTimePass,
  processed,
  stored,
  timesAsked,
  workOff,
} from './testing/announced'

givenAnnouncing()

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
  await inject({ kind: 'held' })
  const before = await timesAsked()
  await deliver(processed())
  const underWay = fetchNext()
  await expect.poll(timesAsked).toBe(before + 1)
  await deliver(processed())
  await endFaults()
  await underWay
  expect(await deliveries()).toMatchObject([{ outcome: null }])
  await workOff()
  expect(await deliveries()).toMatchObject([{ outcome: 'fetched' }])
  expect(await timesAsked()).toBe(before + 2)
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
  await endFaults()
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
  // At once: row by row, whatever test is next would wait for it.
  await db().execute(sql`TRUNCATE webhook_deliveries`)
})

test('what is being fetched for long stays taken, by seconds at a time', async () => {
  await inject({ kind: 'held' })
  await deliver(processed())
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const underWay = fetchNext()
  await expect.poll(async () => (await deliveries())[0]?.tries).toBe(1)
  const taken = (await deliveries())[0]?.claimedUntil
  await vi.advanceTimersByTimeAsync(5_000)
  await expect.poll(async () => (await deliveries())[0]?.claimedUntil).not.toBe(taken)
  await letGo()
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
