import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Turns } from './turns'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const LONGEST_MS = 250

/** Who has come so far; each of them leaves when told. */
function whoComes(turns: Turns, ...names: string[]) {
  const came: string[] = []
  const leave = new Map<string, () => void>()
  for (const name of names) {
    void turns.take().then((left) => {
      came.push(name)
      leave.set(name, left)
    })
  }
  return { came, leave: (name: string) => leave.get(name)?.() }
}
const settle = () => vi.advanceTimersByTimeAsync(0)

test('so many have a turn at once, in the order in which they asked', async () => {
  const { came, leave } = whoComes(new Turns({ most: 2, longestMs: LONGEST_MS }), 'a', 'b', 'c', 'd')
  await settle()
  expect(came).toEqual(['a', 'b'])
  leave('b')
  await settle()
  expect(came).toEqual(['a', 'b', 'c'])
  leave('a')
  await settle()
  expect(came).toEqual(['a', 'b', 'c', 'd'])
})

test('who does not leave is waited for no longer than that', async () => {
  const { came } = whoComes(new Turns({ most: 1, longestMs: LONGEST_MS }), 'a', 'b')
  await vi.advanceTimersByTimeAsync(LONGEST_MS - 1)
  expect(came).toEqual(['a'])
  await vi.advanceTimersByTimeAsync(1)
  expect(came).toEqual(['a', 'b'])
})

test('who leaves twice, or late, lets in one', async () => {
  const { came, leave } = whoComes(new Turns({ most: 1, longestMs: LONGEST_MS }), 'a', 'b', 'c', 'd')
  await settle()
  leave('a')
  leave('a')
  await settle()
  expect(came).toEqual(['a', 'b'])
  await vi.advanceTimersByTimeAsync(LONGEST_MS)
  leave('b')
  await settle()
  expect(came).toEqual(['a', 'b', 'c'])
})

test('a turn that was left is there for the next, and keeps no timer', async () => {
  const turns = new Turns({ most: 1, longestMs: LONGEST_MS })
  const leave = await turns.take()
  leave()
  expect(vi.getTimerCount()).toBe(0)
  const { came } = whoComes(turns, 'next')
  await settle()
  expect(came).toEqual(['next'])
})
