import { eq, sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { db } from '../db/client'
import { jobs } from '../db/schema/jobs'
import { enqueue } from './enqueue'
import { forgetEnded } from './forget'
import { processNext } from './process'

beforeEach(async () => {
  await db().delete(jobs)
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

test('what ended under a version that kept payloads has none any more', async () => {
  const row = { kind: 'of before', payload: { sealed: 'an email' }, endedAt: sql`now()` }
  await db()
    .insert(jobs)
    .values([{ ...row, outcome: 'done' }, row])
  await enqueue(forgetEnded, { payload: {}, key: 'recurring' })
  await processNext([forgetEnded])
  const left = await db().select().from(jobs).where(eq(jobs.kind, 'of before'))
  expect(left.map(({ outcome, payload }) => [outcome, payload])).toEqual(
    expect.arrayContaining([
      ['done', {}],
      [null, row.payload],
    ]),
  )
})
