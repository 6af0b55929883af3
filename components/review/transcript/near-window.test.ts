import { expect, test, vi } from 'vitest'
import { onNear } from './near-window'

test('what is near is told when it changes, and not when the browser only looked again', () => {
  let look: (entries: { target: unknown; isIntersecting: boolean }[]) => void = () => {}
  class Observer {
    constructor(callback: typeof look) {
      look = callback
    }
    observe() {}
    disconnect() {}
  }
  vi.stubGlobal('IntersectionObserver', Observer)
  const told: number[] = []
  onNear([], (near) => told.push(near.size), new AbortController().signal)
  look([{ target: 'a', isIntersecting: true }])
  look([
    { target: 'a', isIntersecting: true },
    { target: 'b', isIntersecting: false },
  ])
  look([{ target: 'a', isIntersecting: false }])
  expect(told).toEqual([1, 0])
  vi.unstubAllGlobals()
})
