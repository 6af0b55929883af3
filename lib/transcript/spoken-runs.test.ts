import { expect, test } from 'vitest'
import { SpokenRuns } from './spoken-runs'

test('a run is found at its first place, whichever of its words is the rarest', () => {
  const runs = new SpokenRuns('the night shift is the shift of the night'.split(' '))
  expect(runs.placeOf(['is', 'the', 'shift'])).toBe(3)
  expect(runs.placeOf(['the', 'shift', 'of'])).toBe(4)
  expect(runs.placeOf(['the', 'night', 'is'])).toBeUndefined()
  expect(runs.placeOf(['the', 'night'])).toBeUndefined()
})

test('a text that nearly repeats a talk everywhere is given up after so many places', () => {
  const runs = new SpokenRuns(Array.from({ length: 1_000 }, () => ['a', 'a', 'b']).flat())
  expect(runs.placeOf(['a', 'a', 'b'])).toBe(0)
  for (let asked = 0; asked < 1_000; asked++) runs.placeOf(['b', 'b', 'a'])
  expect(runs.placeOf(['a', 'a', 'b'])).toBeUndefined()
})
