import { assert, nat, property } from 'fast-check'
import { expect, test } from 'vitest'
import { nearestTo } from './nearest-to'

test('of more than are taken, those around the place are, as many as may be', () => {
  assert(
    property(nat(40), nat(40), nat(12), (length, place, more) => {
      const most = more + 1
      const list = Array.from({ length }, (_, index) => index)
      const taken = nearestTo(place, list, most)
      expect(taken).toHaveLength(Math.min(length, most))
      const distances = list.toSorted((a, b) => Math.abs(a - place) - Math.abs(b - place)).slice(0, most)
      const farthest = Math.max(0, ...distances.map((near) => Math.abs(near - place)))
      for (const one of taken) expect(Math.abs(one - place)).toBeLessThanOrEqual(farthest + 1)
    }),
  )
})

test('at the last of 25,008 the last thousand are taken', () => {
  const list = Array.from({ length: 25_008 }, (_, index) => index)
  expect(nearestTo(25_007, list, 1_000)).toEqual(list.slice(-1_000))
})
