import { beforeEach, expect, test } from 'vitest'
import { db } from '../db/client'
import { jobs } from '../db/schema/jobs'
import { enqueue } from './enqueue'
import { findJob } from './find-job'
import { processNext } from './process'
import { givenJob, HERE } from './testing/given-job'
import { givenSlow } from './testing/given-slow'

beforeEach(async () => {
  await db().delete(jobs)
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

test('a payload or a key over its limit is refused and never stored', async () => {
  const job = givenJob(async () => {})
  await expect(enqueue(job, { payload: { name: 'x'.repeat(65_536) } })).rejects.toThrow()
  await expect(enqueue(job, { ...HERE, key: 'x'.repeat(1_025) })).rejects.toThrow()
  expect(await db().$count(jobs)).toBe(0)
})
