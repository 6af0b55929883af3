import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { connectivity } from './connectivity'

const answer = new Response(null, { status: 200 })

beforeEach(() => connectivity.answered(answer, connectivity.get()))
afterEach(() => vi.unstubAllGlobals())

/** The browser says that it has no network. */
function loseNetwork() {
  vi.stubGlobal('window', {})
  vi.stubGlobal('navigator', { onLine: false })
  connectivity.unanswered()
}

test('an answer that was on its way when the network went leaves the page offline', () => {
  const asked = connectivity.get()
  loseNetwork()
  connectivity.answered(answer, asked)
  expect(connectivity.get().is).toBe('offline')
})

test('whoever is answered without a network, as on the same machine, is online', () => {
  loseNetwork()
  connectivity.answered(answer, connectivity.get())
  expect(connectivity.get().is).toBe('online')
})

test('after a silence any answer says that somebody is there', () => {
  const asked = connectivity.get()
  connectivity.unanswered()
  expect(connectivity.get().is).toBe('silent')
  connectivity.answered(answer, asked)
  expect(connectivity.get().is).toBe('online')
})
