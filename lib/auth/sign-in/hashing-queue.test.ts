import { expect, test } from 'vitest'
import { hashInTurn, type Asker } from './hashing-queue'

const AT_ONCE = 2
const MOST_WAITING = 32

/** Hashings that end when they are told to, by the number in which they came. */
function givenHashings() {
  const finish: (() => void)[] = []
  const outcomes: Promise<string>[] = []
  const served: string[] = []
  let running = 0
  let most = 0
  const come = (asker: Asker, count: number) => {
    for (let nth = 1; nth <= count; nth++) {
      const name = `${asker} ${nth}`
      outcomes.push(
        hashInTurn(asker, async () => {
          most = Math.max(most, ++running)
          served.push(name)
          await new Promise<void>((resolve) => finish.push(resolve))
          running--
          return name
        }),
      )
    }
  }
  /** Who is served, in that order, and what the others are told. */
  const finishAll = async () => {
    const settled = Promise.allSettled(outcomes)
    for (let done = 0; done < finish.length; done++) {
      finish[done]?.()
      await new Promise((resolve) => setImmediate(resolve))
    }
    const refused = (await settled).flatMap((outcome): unknown => (outcome.status === 'rejected' ? outcome.reason : []))
    return { served, refused, most }
  }
  return { come, finishAll }
}

test('never more than two are hashed at once, and who comes when too many wait is told to come again', async () => {
  const { come, finishAll } = givenHashings()
  come('stranger', 60)
  const { served, refused, most } = await finishAll()

  expect(most).toBeLessThanOrEqual(AT_ONCE)
  expect(refused.length).toBeGreaterThanOrEqual(60 - AT_ONCE - MOST_WAITING)
  for (const reason of refused) expect(reason).toMatchObject({ code: 'sign_in_busy', status: 503 })
  expect(served.length).toBeGreaterThan(MOST_WAITING)
  expect(served, 'in the order in which they came').toEqual(served.map((_, at) => `stranger ${at + 1}`))
})

test('however many strangers come, who is known has a place of their own, and goes before them', async () => {
  const { come, finishAll } = givenHashings()
  come('stranger', 60)
  come('known', MOST_WAITING)
  come('known', 3)
  const { served, refused } = await finishAll()

  expect(served.filter((name) => name.startsWith('known'))).toHaveLength(MOST_WAITING)
  expect(served.indexOf('known 1'), 'after those who were being hashed').toBeLessThanOrEqual(AT_ONCE)
  for (const reason of refused) expect(reason).toMatchObject({ code: 'sign_in_busy' })
})

test('while those who are known keep coming, every fourth is a stranger', async () => {
  const { come, finishAll } = givenHashings()
  come('stranger', 20)
  come('known', 30)
  const { served } = await finishAll()

  expect(served).toHaveLength(50)
  const first = served.indexOf('known 1')
  const kinds = served.slice(first, first + 12).map((name) => name.split(' ')[0])
  const turn = ['known', 'known', 'known', 'stranger']
  expect(kinds).toEqual([...turn, ...turn, ...turn])
})

test('what fails makes room all the same', async () => {
  for (let count = 0; count < AT_ONCE + MOST_WAITING + 1; count++)
    await expect(hashInTurn('stranger', () => Promise.reject(new Error('no such hash')))).rejects.toThrow('no such')
  await expect(hashInTurn('known', async () => 'next')).resolves.toBe('next')
})
