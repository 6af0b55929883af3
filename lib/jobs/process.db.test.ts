import { eq, sql } from 'drizzle-orm'
import { beforeEach, expect, test, vi } from 'vitest'
import { db } from '../db/client'
import { jobs } from '../db/schema/jobs'
import { DebriefError } from '../errors'
import { cancel } from './cancel'
import { enqueue } from './enqueue'
import { findJob } from './find-job'
import { forgetEnded } from './forget'
import type { Job } from './job'
import { processNext } from './process'
import { deferred } from './testing/deferred'
import { givenJob } from './testing/given-job'

beforeEach(async () => {
  await db().delete(jobs)
})

const HERE = { payload: { name: 'here' } }
const asIfDue = () =>
  db()
    .update(jobs)
    .set({ runAt: sql`now()` })
const asIfItsReplicaDied = () =>
  db()
    .update(jobs)
    .set({ claimedUntil: sql`now()` })

async function rowOf(id: string) {
  const inFuture = sql<number>`extract(epoch FROM ${jobs.runAt} - now())::float8`
  const heldFor = sql<number | null>`extract(epoch FROM ${jobs.claimedUntil} - now())::float8`
  const [row] = await db()
    .select({ inFuture, heldFor, until: jobs.claimedUntil, outcome: jobs.outcome, attempts: jobs.attempts })
    .from(jobs)
    .where(eq(jobs.id, id))
  if (!row) throw new Error('there is no such job')
  return row
}

/** A job under way whose handler ends when it is told to. */
function givenSlow(more?: Partial<Job<{ name: string }>>) {
  const [begun, end] = [deferred<AbortSignal>(), deferred()]
  const slow = givenJob(async (_, { signal }) => {
    begun.resolve(signal)
    await end.promise
    signal.throwIfAborted()
  }, more)
  return { slow, begun: begun.promise, end: end.resolve }
}

test('what was enqueued is done once, with its payload', async () => {
  const run = vi.fn<Job<{ name: string }>['run']>().mockResolvedValue()
  const job = givenJob(run)
  const id = await enqueue(job, HERE)
  expect(await findJob(id)).toMatchObject({ state: 'waiting', attempts: 0 })
  expect(await processNext([job])).toBe(true)
  expect(await processNext([job])).toBe(false)
  expect(run.mock.calls.map(([payload]) => payload)).toEqual([HERE.payload])
  expect(await findJob(id)).toEqual({ state: 'done', attempts: 1, progress: null, lastFailureCode: null })
})

test('what a transaction enqueues is there when it commits, and never when it does not', async () => {
  const job = givenJob(async () => {})
  const rolledBack = db().transaction(async (tx) => {
    await enqueue(job, HERE, tx)
    throw new Error('no')
  })
  await expect(rolledBack).rejects.toThrow('no')
  expect(await processNext([job])).toBe(false)
  await db().transaction((tx) => enqueue(job, HERE, tx))
  expect(await processNext([job])).toBe(true)
})

test('until it has ended, the same again is the same; without a key each is another', async () => {
  const job = givenJob(async () => {})
  const same = { ...HERE, key: 'one' }
  const ids = await Promise.all(Array.from({ length: 20 }, () => enqueue(job, same)))
  expect(new Set(ids).size).toBe(1)
  await processNext([job])
  expect(await enqueue(job, same)).not.toBe(ids[0])
  expect(await enqueue(job, HERE)).not.toBe(await enqueue(job, HERE))
})

test('what is asked for again while it runs runs again, as it was asked for last', async () => {
  const names: string[] = []
  const { slow, begun, end } = givenSlow()
  const job: typeof slow = { ...slow, run: (payload, run) => (names.push(payload.name), slow.run(payload, run)) }
  const id = await enqueue(job, { payload: { name: 'first' }, key: 'one' })
  const underWay = processNext([job])
  await begun
  expect(await enqueue(job, { payload: { name: 'second' }, key: 'one' })).toBe(id)
  expect(await processNext([job]), 'not at the same time').toBe(false)
  end()
  await underWay
  expect(await findJob(id)).toMatchObject({ state: 'waiting', attempts: 0 })
  await processNext([job])
  expect(await findJob(id)).toMatchObject({ state: 'done' })
  expect(names).toEqual(['first', 'second'])
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

test('what fails while the process stood still is tried again at once', async () => {
  const job = givenJob(async () => {
    const now = performance.now.bind(performance)
    vi.spyOn(performance, 'now').mockImplementation(() => now() + 8 * 3_600_000)
    throw new DebriefError('ribbon_unreachable')
  })
  const id = await enqueue(job, HERE)
  await processNext([job])
  vi.restoreAllMocks()
  expect((await rowOf(id)).inFuture).toBeLessThanOrEqual(0)
})

test('how far it is can be read while it runs, and begins anew with each attempt', async () => {
  const seen: unknown[] = []
  const job = givenJob(async (_, { report }) => {
    seen.push((await findJob(id))?.progress)
    await report({ done: 3, total: 10 })
    await report()
    seen.push(await findJob(id))
    throw new Error('down')
  })
  const id = await enqueue(job, HERE)
  await processNext([job])
  await asIfDue()
  await processNext([job])
  const running = { state: 'running', progress: { done: 3, total: 10 } }
  expect(seen).toEqual([null, expect.objectContaining(running), null, expect.objectContaining(running)])
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

test('a kind that is not known here is left alone', async () => {
  const id = await enqueue(
    givenJob(async () => {}),
    HERE,
  )
  expect(await processNext([givenJob(async () => {})])).toBe(false)
  expect(await processNext([])).toBe(false)
  expect(await findJob(id)).toMatchObject({ state: 'waiting', attempts: 0 })
})

test.each([
  ...[null, true, -1, '', 'x'.repeat(60_000), [], {}, { name: 1 }, { name: null }],
  JSON.parse(`${'['.repeat(2_000)}${']'.repeat(2_000)}`),
  JSON.parse('{"__proto__":{"name":"x"}}'),
])('a payload that cannot be read costs only itself (%#)', async (payload: unknown) => {
  const run = vi.fn<Job['run']>().mockResolvedValue()
  const job = givenJob(run)
  const [hostile] = await db()
    .insert(jobs)
    .values({ kind: job.kind, payload: sql`${JSON.stringify(payload)}::jsonb`, runAt: 'epoch' })
    .returning()
  const id = await enqueue(job, HERE)
  while (await processNext([job]));
  expect(await findJob(hostile?.id ?? '')).toMatchObject({ state: 'failed', lastFailureCode: 'invalid_input' })
  expect(await findJob(id)).toMatchObject({ state: 'done' })
  expect(run).toHaveBeenCalledOnce()
})

test('a payload or a key over its limit is refused and never stored', async () => {
  const job = givenJob(async () => {})
  await expect(enqueue(job, { payload: { name: 'x'.repeat(65_536) } })).rejects.toThrow()
  await expect(enqueue(job, { ...HERE, key: 'x'.repeat(1_025) })).rejects.toThrow()
  expect(await db().$count(jobs)).toBe(0)
})

test('what ended a month ago is forgotten, and nothing else', async () => {
  const endedAt = sql`now() - interval '31 days'`
  const row = { kind: 'of before', payload: {}, endedAt }
  await db()
    .insert(jobs)
    .values([{ ...row, outcome: 'done' }, row, { ...row, outcome: 'failed', endedAt: sql`now()` }])
  await enqueue(forgetEnded, { payload: {}, key: 'recurring' })
  await processNext([forgetEnded])
  expect(await db().$count(jobs, eq(jobs.kind, 'of before'))).toBe(2)
})
