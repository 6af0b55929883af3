import { afterEach, expect, test, vi } from 'vitest'
import { onNear } from './near-window'

type Look = (entries: { target: string; isIntersecting: boolean }[]) => void

afterEach(() => void vi.unstubAllGlobals())

test('what is near is told when it changes, and not when the browser only looked again', () => {
  const observers: Look[] = []
  vi.stubGlobal('IntersectionObserver', function Observer(look: Look) {
    observers.push(look)
  })
  const told: number[] = []
  onNear([], (near) => told.push(near.size), new AbortController().signal)
  const [look] = observers
  look?.([{ target: 'a', isIntersecting: true }])
  look?.([
    { target: 'a', isIntersecting: true },
    { target: 'b', isIntersecting: false },
  ])
  look?.([{ target: 'a', isIntersecting: false }])
  expect(told).toEqual([1, 0])
})
