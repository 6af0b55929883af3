import { expect, test } from 'vitest'
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
