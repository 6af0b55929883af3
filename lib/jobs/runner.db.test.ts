import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { db } from '../db/client'
import { jobs } from '../db/schema/jobs'
import { enqueue } from './enqueue'
import { findJob } from './find-job'
import type { Job } from './job'
import { notify } from './notify'
import { startRunner, type Runner } from './runner'
import { deferred } from './testing/deferred'
import { givenJob, HERE } from './testing/given-job'

const runners: Runner[] = []

function start(...among: Job[]) {
  const runner = startRunner(among)
  runners.push(runner)
  return runner
}

beforeEach(async () => {
  await db().delete(jobs)
})
afterEach(async () => {
  for (const runner of runners.splice(0)) await runner.stop()
})

/** Each run waits until it is let go. */
function givenWaiting(more: Partial<Job<{ name: string }>> = {}) {
  const waiting: (() => void)[] = []
  const job = givenJob((_, { signal }) => {
    return new Promise<void>((resolve, reject) => {
      waiting.push(resolve)
      signal.addEventListener('abort', () => reject(new Error('told to stop')))
    })
  }, more)
  return { job, waiting }
}

const stateOf = async (id: string) => (await findJob(id))?.state
const states = async () =>
  (await db().select().from(jobs)).map(({ outcome, claim }) => outcome ?? (claim ? 'runs' : 'waits'))

/** Until the runner has looked, found nothing that it may begin, and waits. */
async function untilIdle(marker: Job<{ name: string }>) {
  const id = await enqueue(marker, HERE)
  notify()
  await expect.poll(() => stateOf(id)).toBe('done')
}

test('of each kind as many run at once as it says, and none holds up another', async () => {
  const [three, one] = [givenWaiting({ atOnce: 3 }), givenWaiting({ atOnce: 1 })]
  const marker = givenJob(async () => {})
  start(three.job, one.job, marker)
  for (let count = 0; count < 5; count++) for (const { job } of [three, one]) await enqueue(job, HERE)
  notify()
  await expect.poll(() => [three.waiting.length, one.waiting.length]).toEqual([3, 1])
  await untilIdle(marker)
  expect([three.waiting.length, one.waiting.length]).toEqual([3, 1])
  one.waiting[0]?.()
  await expect.poll(() => one.waiting.length).toBe(2)
  expect(three.waiting).toHaveLength(3)
})

test('what is enqueued here begins at once', async () => {
  const marker = givenJob(async () => {})
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  start(marker)
  try {
    for (let count = 0; count < 5; count++) {
      const id = await enqueue(marker, HERE)
      notify()
      await expect.poll(() => stateOf(id)).toBe('done')
    }
  } finally {
    vi.useRealTimers()
  }
})

test('a runner that stops gives back what it was doing, as if it had not begun', async () => {
  const { job, waiting } = givenWaiting()
  const runner = start(job)
  await enqueue(job, HERE)
  notify()
  await expect.poll(() => waiting.length).toBe(1)
  await runner.stop()
  expect(await db().select().from(jobs)).toMatchObject([{ outcome: null, claim: null, attempts: 0 }])
})

test('work that does not hear that it is to stop is given back all the same', async () => {
  const begun = deferred()
  const deaf = givenJob(() => new Promise(() => begun.resolve()))
  const runner = start(deaf)
  await enqueue(deaf, HERE)
  notify()
  await begun.promise
  runners.pop()
  await runner.stop()
  expect(await states()).toEqual(['waits'])
})

const EVERY = 3_600
const rest = () => EVERY

function givenRecurring(run: () => Promise<number | void>): Job<object> {
  const kind = crypto.randomUUID()
  return { kind, payload: z.object({}), atOnce: 1, every: rest, retryAfter: (n) => n * 60, longestWait: rest, run }
}

async function nextRunOf({ kind }: Job<object>) {
  const seconds = sql<number>`extract(epoch FROM ${jobs.runAt} - now())::float8`
  const [row] = await db()
    .select({ seconds, attempts: jobs.attempts, claim: jobs.claim })
    .from(jobs)
    .where(eq(jobs.kind, kind))
  return row ?? { seconds: null, attempts: null, claim: null }
}

const untilRested = (job: Job<object>) => expect.poll(async () => (await nextRunOf(job)).seconds).toBeGreaterThan(10)

test.each([
  ['as often as it says', () => Promise.resolve(), EVERY],
  ['when its last run says', () => Promise.resolve(120), 120],
  ['after its own rest when it fails', () => Promise.reject(new Error('down')), 60],
])(
  'a recurring job runs once for all replicas, and again %s',
  async (_, run: () => Promise<number | void>, seconds) => {
    const runs = vi.fn(run)
    const job = givenRecurring(runs)
    start(job)
    start(job)
    await untilRested(job)
    expect((await nextRunOf(job)).seconds).toBeLessThanOrEqual(seconds)
    expect((await nextRunOf(job)).seconds).toBeGreaterThan(seconds - 60)
    expect(runs).toHaveBeenCalledTimes(1)
    expect(await db().$count(jobs)).toBe(1)
  },
)

test('failures of a recurring job are counted, and over with the first success', async () => {
  const runs = vi.fn<() => Promise<void>>().mockRejectedValueOnce(new Error('down')).mockResolvedValue()
  const job = givenRecurring(runs)
  start(job)
  await untilRested(job)
  expect((await nextRunOf(job)).attempts).toBe(1)
  await db()
    .update(jobs)
    .set({ runAt: sql`now()` })
  notify()
  await expect.poll(async () => (await nextRunOf(job)).attempts).toBe(0)
  expect(runs).toHaveBeenCalledTimes(2)
})

test('a process that begins waits the interval after the last run, however long another meant to rest', async () => {
  const job = givenRecurring(async () => {})
  const row = { kind: job.kind, key: 'recurring', payload: {}, endedAt: sql`now() - interval '20 seconds'` }
  await db()
    .insert(jobs)
    .values({ ...row, runAt: sql`now() + interval '50 minutes'` })
  start({ ...job, every: () => 60 })
  await expect.poll(async () => (await nextRunOf(job)).seconds).toBeLessThan(60)
  start({ ...job, every: () => 1_000 })
  await untilIdle(givenMarker())
  expect((await nextRunOf(job)).seconds, 'it makes no rest longer').toBeLessThan(60)
})

function givenMarker() {
  const marker = givenJob(async () => {})
  start(marker)
  return marker
}
