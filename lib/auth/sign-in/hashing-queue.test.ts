import { expect, test } from 'vitest'
import { hashInTurn } from './hashing-queue'

const MOST = 2 + 32

/** Work that ends when it is told to. */
function givenWork(count: number) {
  const finish: (() => void)[] = []
  let running = 0
  let most = 0
  const outcomes = Array.from({ length: count }, (_, index) =>
    hashInTurn(async () => {
      most = Math.max(most, ++running)
      await new Promise<void>((resolve) => finish.push(resolve))
      running--
      return index
    }),
  )
  const finishAll = async () => {
    for (let done = 0; done < finish.length; done++) {
      finish[done]?.()
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  return { outcomes, finishAll, most: () => most }
}

test('never more than two are hashed at once, and who comes when too many wait is told to come again', async () => {
  const work = givenWork(60)
  const settled = Promise.allSettled(work.outcomes)
  await work.finishAll()
  const outcomes = await settled

  expect(work.most()).toBeLessThanOrEqual(2)
  const refused = outcomes.flatMap((outcome): unknown => (outcome.status === 'rejected' ? outcome.reason : []))
  expect(refused.length).toBeGreaterThanOrEqual(60 - MOST)
  for (const reason of refused) expect(reason).toMatchObject({ code: 'sign_in_busy', status: 503 })
  const served = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? outcome.value : []))
  expect(served, 'in the order in which they came').toEqual(served.toSorted((a, b) => a - b))
  expect(served.length).toBeGreaterThanOrEqual(33)
})

test('what fails makes room all the same', async () => {
  for (let count = 0; count < MOST + 1; count++)
    await expect(hashInTurn(() => Promise.reject(new Error('no such hash')))).rejects.toThrow('no such hash')
  await expect(hashInTurn(async () => 'next')).resolves.toBe('next')
})
