import { sql } from 'drizzle-orm'
import { beforeEach, expect, test, vi } from 'vitest'
import { db } from '../db/client'
import { jobs } from '../db/schema/jobs'
import { cancel } from './cancel'
import { enqueue } from './enqueue'
import { findJob } from './find-job'
import type { Job } from './job'
import { processNext } from './process'
import { givenJob, HERE } from './testing/given-job'
import { givenSlow } from './testing/given-slow'
import { asIfItsReplicaDied } from './testing/stored-job'

beforeEach(async () => {
  await db().delete(jobs)
})

test('what waits and is cancelled is never begun', async () => {
  const run = vi.fn<Job['run']>().mockResolvedValue()
  const job = givenJob(run)
  const id = await enqueue(job, HERE)
  await cancel(id)
  expect(await processNext([job])).toBe(false)
  expect(await findJob(id)).toMatchObject({ state: 'cancelled' })
  expect(run).not.toHaveBeenCalled()
})

test('what runs and is cancelled is told so at once and is not tried again', async () => {
  const { slow, begun, end } = givenSlow()
  const id = await enqueue(slow, HERE)
  const underWay = processNext([slow])
  const signal = await begun
  await cancel(id)
  await expect.poll(() => signal.aborted).toBe(true)
  end()
  await underWay
  expect(await findJob(id)).toMatchObject({ state: 'cancelled', lastFailureCode: null })
})

test('what another replica runs is told with its next heartbeat', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const { slow, begun, end } = givenSlow()
  await enqueue(slow, HERE)
  const underWay = processNext([slow])
  const signal = await begun
  await db().update(jobs).set({ cancelRequested: true })
  await vi.advanceTimersByTimeAsync(5_000)
  vi.useRealTimers()
  await expect.poll(() => signal.aborted).toBe(true)
  end()
  await underWay
})

test('what was cancelled and then lost its replica is not begun again', async () => {
  const { slow, begun, end } = givenSlow()
  const id = await enqueue(slow, HERE)
  const dead = processNext([slow])
  await begun
  await db()
    .update(jobs)
    .set({ cancelRequested: true, claimedUntil: sql`now()` })
  await processNext([slow])
  expect(await findJob(id)).toMatchObject({ state: 'cancelled' })
  end()
  await dead
  expect(await findJob(id)).toMatchObject({ state: 'cancelled' })
})

test('what was cancelled, asked for again and then lost its replica is begun again', async () => {
  const { slow, begun, end } = givenSlow()
  const id = await enqueue(slow, { ...HERE, key: 'one' })
  const dead = processNext([slow])
  await begun
  await db().update(jobs).set({ cancelRequested: true })
  await enqueue(slow, { ...HERE, key: 'one' })
  await asIfItsReplicaDied()
  await processNext([givenJob(async () => {}, { kind: slow.kind })])
  end()
  await dead
  expect(await findJob(id)).toMatchObject({ state: 'done' })
})

test('what has ended stays as it ended', async () => {
  const job = givenJob(async () => {})
  const id = await enqueue(job, HERE)
  await processNext([job])
  await cancel(id)
  expect(await findJob(id)).toMatchObject({ state: 'done' })
})

test('who cancels and then asks again has it done', async () => {
  const { slow, begun, end } = givenSlow()
  const id = await enqueue(slow, { ...HERE, key: 'one' })
  const underWay = processNext([slow])
  const signal = await begun
  await cancel(id)
  await expect.poll(() => signal.aborted).toBe(true)
  await enqueue(slow, { ...HERE, key: 'one' })
  end()
  await underWay
  await processNext([slow])
  expect(await findJob(id)).toMatchObject({ state: 'done' })
})
