import { sql } from 'drizzle-orm'
import { beforeEach, expect, test, vi } from 'vitest'
import { db } from '../db/client'
import { jobs } from '../db/schema/jobs'
import { enqueue } from './enqueue'
import { findJob } from './find-job'
import type { Job } from './job'
import { processNext } from './process'
import { givenJob, HERE } from './testing/given-job'
import { asIfDue } from './testing/stored-job'

beforeEach(async () => {
  await db().delete(jobs)
})

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
