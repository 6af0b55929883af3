import { array, assert, constantFrom, nat, property, tuple } from 'fast-check'
import { expect, test } from 'vitest'
import { BEGINNING, indexAt, steppedFrom } from './found-place'

const at = (segment: number, offset = 0) => ({ segment, offset })
const nineteen = Array.from({ length: 19 }, (_, segment) => at(segment))
const last = steppedFrom(nineteen, BEGINNING, -1)

test('who is at the last match stays at it when others are corrected away, and goes on to the first', () => {
  const sixteen = nineteen.slice(3)
  expect(indexAt(nineteen, last)).toBe(18)
  expect(indexAt(sixteen, last)).toBe(15)
  expect(indexAt(sixteen, steppedFrom(sixteen, last, 1))).toBe(0)
})

test('a match that is corrected away leaves its reader at the next one, or at the last where there is none', () => {
  const third = { ...at(2), repeat: 0 }
  expect(nineteen.toSpliced(2, 1)[indexAt(nineteen.toSpliced(2, 1), third)]).toEqual(at(3))
  expect(indexAt(nineteen.slice(0, 16), last)).toBe(15)
  expect(indexAt([], last)).toBe(-1)
  expect(steppedFrom([], last, 1)).toEqual(last)
})

test('who has not been brought to a match goes to the first, or back to the last', () => {
  expect(indexAt(nineteen, null)).toBe(-1)
  expect(indexAt(nineteen, steppedFrom(nineteen, null, 1))).toBe(0)
  expect(indexAt(nineteen, steppedFrom(nineteen, null, -1))).toBe(18)
})

test('every match is come to in its turn, several in one correction too, and a place is always a match of those that are left', () => {
  const places = array(tuple(nat(3), nat(3)), { minLength: 1, maxLength: 12 })
  assert(
    property(places, places, constantFrom(1, -1), nat(11), (found, left, by, start) => {
      const [matches, remaining] = [inOrder(found), inOrder(left)]
      let place = BEGINNING
      for (let taken = 0; taken < start; taken++) place = steppedFrom(matches, place, 1) ?? place
      const from = indexAt(matches, place)
      const to = indexAt(matches, steppedFrom(matches, place, by))
      expect(to).toBe((from + by + matches.length) % matches.length)
      expect(remaining[indexAt(remaining, place)]).toBeDefined()
    }),
  )
})

function inOrder(places: [number, number][]) {
  return places
    .map(([segment, offset]) => at(segment, offset))
    .toSorted((a, b) => a.segment - b.segment || a.offset - b.offset)
}
