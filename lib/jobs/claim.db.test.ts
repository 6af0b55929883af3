import { sql } from 'drizzle-orm'
import { beforeEach, expect, test, vi } from 'vitest'
import { db } from '../db/client'
import { jobs } from '../db/schema/jobs'
import { enqueue } from './enqueue'
import { findJob } from './find-job'
import type { Job } from './job'
import { processNext } from './process'
import { deferred } from './testing/deferred'
import { givenJob, HERE } from './testing/given-job'
import { givenSlow } from './testing/given-slow'
import { asIfItsReplicaDied, rowOf } from './testing/stored-job'

beforeEach(async () => {
  await db().delete(jobs)
})

test('what is done for long stays claimed, by seconds at a time of the database’s clock', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const { slow, begun, end } = givenSlow()
  const id = await enqueue(slow, HERE)
  const underWay = processNext([slow])
  await begun
  const { until, heldFor } = await rowOf(id)
  expect(heldFor).toBeGreaterThan(0)
  expect(heldFor).toBeLessThanOrEqual(15)
  await vi.advanceTimersByTimeAsync(5_000)
  await expect.poll(async () => (await rowOf(id)).until).not.toBe(until)
  vi.useRealTimers()
  end()
  await underWay
  expect(await rowOf(id)).toMatchObject({ outcome: 'done', until: null })
})

test('one whose replica died is done by another; the dead one’s words count no more', async () => {
  const { slow, begun, end } = givenSlow()
  const id = await enqueue(slow, HERE)
  const dead = processNext([slow])
  await begun
  await asIfItsReplicaDied()
  const job = givenJob(() => Promise.reject(new Error('down')), { kind: slow.kind })
  await processNext([job])
  end()
  await dead
  expect(await findJob(id)).toMatchObject({ state: 'waiting', attempts: 2, lastFailureCode: 'unexpected' })
})

test('one that has been taken over is told to stop with its next report', async () => {
  const next = deferred()
  const begun = deferred()
  let told: unknown
  const slow = givenJob(async (_, { report }) => {
    begun.resolve()
    await next.promise
    await report().catch((error: unknown) => (told = error))
  })
  await enqueue(slow, HERE)
  const dead = processNext([slow])
  await begun.promise
  await asIfItsReplicaDied()
  await processNext([givenJob(async () => {}, { kind: slow.kind })])
  next.resolve()
  await dead
  expect(told).toMatchObject({ message: expect.stringContaining('taken over') })
})

test('one that ends its process with every attempt is given up without another', async () => {
  const run = vi.fn<Job['run']>().mockResolvedValue()
  const job = givenJob(run)
  const id = await enqueue(job, HERE)
  const claimedUntil = sql`now() - interval '1 second'`
  await db().update(jobs).set({ attempts: 3, claim: crypto.randomUUID(), claimedUntil })
  expect(await processNext([job])).toBe(true)
  expect(await findJob(id)).toMatchObject({ state: 'failed', lastFailureCode: 'unexpected' })
  expect(run).not.toHaveBeenCalled()
})

test.each([
  ['a claim', { claim: crypto.randomUUID(), claimedUntil: sql`now() + interval '1 hour'` }],
  ['a time', { runAt: sql`now() + interval '1 year'` }],
])('%s that lies further ahead than any can, since a clock was set back, holds nothing up', async (_, row) => {
  const job = givenJob(async () => {})
  const id = await enqueue(job, HERE)
  await db().update(jobs).set(row)
  await processNext([job])
  expect(await findJob(id)).toMatchObject({ state: 'done' })
})
