// On PostgreSQL these runners claim at the same time; the embedded database lets them take turns.
import { fork } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import { sql } from 'drizzle-orm'
import * as fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { db } from '../db/client'
import { jobs } from '../db/schema/jobs'
import { enqueue } from './enqueue'
import { findJob } from './find-job'
import { recurring, type Job } from './job'
import { processNext } from './process'
import { schedule } from './recurring'
import { givenJob } from './testing/given-job'

beforeEach(async () => {
  await db().delete(jobs)
})

const names = ['a', 'b', 'c'] as const
type Name = (typeof names)[number]
type Step = { enqueue: Name } | { begin: true } | { end: number; fails: boolean }

const step = fc.oneof(
  fc.record({ enqueue: fc.constantFrom(...names) }),
  fc.constant({ begin: true as const }),
  fc.record({ end: fc.nat(2), fails: fc.boolean() }),
)

/** Each run waits at a gate of its own until a step opens it; `met` is how often a name had been asked for when its last run began. */
function givenGated() {
  const gates: ((fails: boolean) => void)[] = []
  const running = new Map<string, number>()
  const asked = new Map<string, number>()
  const met = new Map<string, number>()
  const runners: Promise<boolean>[] = []
  const arrivals = new EventEmitter().setMaxListeners(0)
  let mostAtOnce = 0

  const job = givenJob(
    async ({ name }) => {
      running.set(name, (running.get(name) ?? 0) + 1)
      mostAtOnce = Math.max(mostAtOnce, ...running.values())
      met.set(name, asked.get(name) ?? 0)
      const fails = await new Promise<boolean>((resolve) => {
        gates.push(resolve)
        arrivals.emit('arrived')
      })
      running.set(name, (running.get(name) ?? 0) - 1)
      if (fails) throw new Error('told to fail')
    },
    { retryAfter: () => 0 },
  )

  async function take(next: Step) {
    if ('end' in next) return gates.splice(next.end, 1)[0]?.(next.fails)
    if ('begin' in next) return begin()
    asked.set(next.enqueue, (asked.get(next.enqueue) ?? 0) + 1)
    await enqueue(job, { payload: { name: next.enqueue }, key: next.enqueue })
  }

  /** Until a run has come to its gate, or there was none to begin. */
  async function begin() {
    const one = processNext([job])
    runners.push(one)
    await Promise.race([one, new Promise((resolve) => arrivals.once('arrived', resolve))])
  }

  async function end() {
    const opening = setInterval(() => gates.splice(0).forEach((open) => open(false)), 1)
    await Promise.all(runners)
    while (await processNext([job]));
    clearInterval(opening)
  }

  return { take, end, asked, met, mostAtOnce: () => mostAtOnce }
}

test(
  'whatever several runners do at once, no job is done twice at once, and each is done after it was asked for last',
  { timeout: 180_000 },
  async () => {
    const rounds = fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(rounds, async (given) => {
        await db().delete(jobs)
        const gated = givenGated()
        for (const round of given) await Promise.all(round.map(gated.take))
        await gated.end()
        expect(gated.mostAtOnce()).toBeLessThanOrEqual(1)
        expect(gated.met).toEqual(gated.asked)
        expect(await db().$count(jobs, sql`outcome IS NULL`)).toBe(0)
      }),
      { numRuns: 40 },
    )
  },
)

test('of a hundred jobs and ten runners at once, each job is done once', async () => {
  const done: string[] = []
  const job = givenJob(async ({ name }) => void done.push(name))
  const all = Array.from({ length: 100 }, (_, index) => `${index}`)
  await Promise.all(all.map((name) => enqueue(job, { payload: { name } })))
  await Promise.all(
    Array.from({ length: 10 }, async () => {
      while (await processNext([job]));
    }),
  )
  // Who found the one it wanted just taken has looked away for a moment.
  while (await processNext([job]));
  expect(done.toSorted()).toEqual(all.toSorted())
})

test('of ten runners that find a recurring job due at once, one runs it', async () => {
  let runs = 0
  const job: Job<object> = { kind: 'recurring', ...recurring(60), run: async () => void (runs += 1) }
  await schedule([job])
  for (let round = 1; round <= 20; round += 1) {
    await Promise.all(Array.from({ length: 10 }, () => processNext([job])))
    expect(runs).toBe(round)
    await db()
      .update(jobs)
      .set({ runAt: sql`now()` })
  }
})

test('what a replica was doing when it was killed is done by another once its claim has run out', async () => {
  const job = givenJob(async () => {})
  const id = await enqueue(job, { payload: { name: 'here' } })
  const replica = fork('lib/jobs/testing/runner-process.ts', [job.kind], {
    execArgv: ['--import', 'tsx', '--conditions=react-server'],
  })
  await once(replica, 'message')
  replica.kill('SIGKILL')
  await once(replica, 'exit')

  expect(await findJob(id)).toMatchObject({ state: 'running', attempts: 1, progress: { done: 1, total: 2 } })
  expect(await processNext([job]), 'its claim still holds').toBe(false)
  const left = sql<number>`extract(epoch FROM ${jobs.claimedUntil} - now())::float8`
  expect((await db().select({ left }).from(jobs))[0]?.left).toBeLessThanOrEqual(15)
  await db()
    .update(jobs)
    .set({ claimedUntil: sql`${jobs.claimedUntil} - interval '15 seconds'` })
  expect(await processNext([job])).toBe(true)
  expect(await findJob(id)).toMatchObject({ state: 'done', attempts: 2 })
})
