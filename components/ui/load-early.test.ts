import { beforeEach, expect, test, vi } from 'vitest'
import { EARLY_MS, loadEarly } from './load-early'

beforeEach(() => {
  vi.useFakeTimers()
  return () => vi.useRealTimers()
})

const told: string[] = []
beforeEach(() => {
  told.length = 0
})
const part = (name: string, fails = false) => {
  return async () => {
    told.push(`${name} is asked for`)
    await new Promise((resolve) => setTimeout(resolve, 100))
    told.push(`${name} is ${fails ? 'missing' : 'there'}`)
    if (fails) throw new Error('offline')
  }
}

test('what a press may need comes by itself, once the page has had time, each once and one after the other', async () => {
  const [menu, dialog] = [part('menu'), part('dialog')]
  for (const load of [menu, dialog, menu]) loadEarly(load)
  await vi.advanceTimersByTimeAsync(EARLY_MS - 1)
  expect(told).toEqual([])
  await vi.advanceTimersByTimeAsync(1_000)
  expect(told).toEqual(['menu is asked for', 'menu is there', 'dialog is asked for', 'dialog is there'])
  loadEarly(menu)
  await vi.advanceTimersByTimeAsync(EARLY_MS + 1_000)
  expect(told).toHaveLength(4)
})

test('what could not be fetched holds nothing up, and is asked for again where it is needed again', async () => {
  const [menu, dialog] = [part('menu', true), part('dialog')]
  loadEarly(menu)
  loadEarly(dialog)
  await vi.advanceTimersByTimeAsync(EARLY_MS + 1_000)
  expect(told).toEqual(['menu is asked for', 'menu is missing', 'dialog is asked for', 'dialog is there'])
  loadEarly(menu)
  await vi.advanceTimersByTimeAsync(EARLY_MS + 1_000)
  expect(told.slice(4)).toEqual(['menu is asked for', 'menu is missing'])
})

test('each waits until the page rests', async () => {
  const rests: (() => void)[] = []
  vi.stubGlobal('requestIdleCallback', (rest: () => void) => rests.push(rest))
  for (const load of [part('menu'), part('dialog')]) loadEarly(load)
  for (const loaded of [[], ['menu is asked for', 'menu is there']]) {
    await vi.advanceTimersByTimeAsync(EARLY_MS + 1_000)
    expect(told).toEqual(loaded)
    rests.shift()?.()
  }
  await vi.advanceTimersByTimeAsync(1_000)
  expect(told).toHaveLength(4)
  vi.unstubAllGlobals()
})
