import { eq } from 'drizzle-orm'
import { beforeEach, expect, test, vi } from 'vitest'
import { db } from '../db/client'
import { jobs } from '../db/schema/jobs'
import { DebriefError } from '../errors'
import { cancel } from './cancel'
import { enqueue } from './enqueue'
import { findJob } from './find-job'
import type { Job } from './job'
import { processNext } from './process'
import { givenJob, HERE } from './testing/given-job'
import { asIfDue, rowOf } from './testing/stored-job'

beforeEach(async () => {
  await db().delete(jobs)
})

test('what fails is tried again later and later, and given up in the end', async () => {
  const job = givenJob(() => Promise.reject(new DebriefError('ribbon_rejected')))
  const id = await enqueue(job, HERE)
  for (const [attempts, seconds] of [
    [1, 2],
    [2, 4],
  ] as const) {
    expect(await processNext([job])).toBe(true)
    expect(await findJob(id)).toMatchObject({ state: 'waiting', attempts, lastFailureCode: 'ribbon_rejected' })
    expect((await rowOf(id)).inFuture).toBeGreaterThan(0)
    expect((await rowOf(id)).inFuture).toBeLessThanOrEqual(seconds)
    expect(await processNext([job]), 'not before its time').toBe(false)
    await asIfDue()
  }
  await processNext([job])
  expect(await findJob(id)).toMatchObject({ state: 'failed', attempts: 3, lastFailureCode: 'ribbon_rejected' })
})

test('once it succeeds, nothing of its failures remains; asked for anew, it has all its attempts', async () => {
  const run = vi.fn<Job['run']>().mockRejectedValueOnce(new Error('down')).mockResolvedValue()
  const job = givenJob(run)
  const id = await enqueue(job, { ...HERE, key: 'one' })
  await processNext([job])
  expect(await findJob(id)).toMatchObject({ attempts: 1, lastFailureCode: 'unexpected' })
  await enqueue(job, { ...HERE, key: 'one' })
  expect(await findJob(id)).toMatchObject({ state: 'waiting', attempts: 0 })
  await processNext([job])
  expect(await findJob(id)).toMatchObject({ state: 'done', lastFailureCode: null })
})

test('what fails while the process stood still is tried again at once', async () => {
  const job = givenJob(failInAPause)
  const id = await enqueue(job, HERE)
  await processNext([job])
  vi.restoreAllMocks()
  expect(await rowOf(id)).toMatchObject({ attempts: 1 })
  expect((await rowOf(id)).inFuture).toBeLessThanOrEqual(0)
})

test('of a recurring job, which makes as many attempts as it needs, it is no failure at all', async () => {
  const job = givenJob(failInAPause, { every: () => 60 })
  const id = await enqueue(job, HERE)
  await processNext([job])
  vi.restoreAllMocks()
  expect(await findJob(id)).toMatchObject({ state: 'waiting', attempts: 0, lastFailureCode: null })
  expect((await rowOf(id)).inFuture).toBeLessThanOrEqual(0)
})

async function failInAPause() {
  const now = performance.now.bind(performance)
  vi.spyOn(performance, 'now').mockImplementation(() => now() + 8 * 3_600_000)
  throw new DebriefError('ribbon_unreachable')
}

const payloadOf = async (id: string) => (await db().select().from(jobs).where(eq(jobs.id, id)))[0]?.payload

test('what has ended keeps no payload, which may be of somebody who is to be forgotten; what goes on does', async () => {
  const failing = givenJob(() => Promise.reject(new DebriefError('ribbon_rejected')))
  const [done, failed, cancelled] = [
    await enqueue(
      givenJob(() => Promise.resolve(), { kind: 'one that is done' }),
      HERE,
    ),
    await enqueue(failing, HERE),
    await enqueue(
      givenJob(() => Promise.resolve()),
      HERE,
    ),
  ]
  await processNext([givenJob(() => Promise.resolve(), { kind: 'one that is done' })])
  await cancel(cancelled)
  for (let attempt = 1; attempt <= 3; attempt++) {
    expect(await payloadOf(failed)).toEqual(HERE.payload)
    await processNext([failing])
    await asIfDue()
  }
  for (const id of [done, failed, cancelled]) expect(await payloadOf(id)).toEqual({})
})
