import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '../db/client'
import { jobs } from '../db/schema/jobs'
import { DebriefError, type FailureCode } from '../errors'
import { recurring } from './job'
import { processNext } from './process'
import { makeDue, schedule } from './recurring'
import { deferred } from './testing/deferred'

const EVERY_HOUR = recurring(3_600)

test('a recurring job that rests runs at once where somebody asks, and rests again afterwards', async () => {
  const runs: string[] = []
  const job = { kind: crypto.randomUUID(), ...EVERY_HOUR, run: async () => void runs.push('run') }
  await schedule([job])
  expect(await processNext([job])).toBe(true)
  expect(await processNext([job])).toBe(false)
  await makeDue(job.kind)
  expect(await processNext([job])).toBe(true)
  expect(await processNext([job])).toBe(false)
  expect(runs).toHaveLength(2)
})

const fails = (code: FailureCode) => async () => {
  throw new DebriefError(code, { retryAfterSeconds: 600 })
}

test('a process that begins does not bring forward what Ribbon asked to wait for', async () => {
  for (const [code, seconds] of [
    ['ribbon_rate_limited', 600],
    ['ribbon_unreachable', 60],
  ] as const) {
    const job = { kind: crypto.randomUUID(), ...recurring(60, 900), run: fails(code) }
    await schedule([job])
    await processNext([job])
    await schedule([job])
    const [row] = await db()
      .select({ wait: sql<number>`extract(epoch FROM run_at - now())::float8` })
      .from(jobs)
      .where(eq(jobs.kind, job.kind))
    expect(row?.wait, code).toBeGreaterThan(seconds - 30)
    expect(row?.wait, code).toBeLessThanOrEqual(seconds)
  }
})

test('one that is running runs again, since what is asked for may have come after it looked', async () => {
  const [begun, end] = [deferred(), deferred()]
  const run = async () => {
    begun.resolve()
    await end.promise
  }
  const job = { kind: crypto.randomUUID(), ...EVERY_HOUR, run }
  await schedule([job])
  const running = processNext([job])
  await begun.promise
  await makeDue(job.kind)
  end.resolve()
  await running
  expect(await processNext([job])).toBe(true)
})
