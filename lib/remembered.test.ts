import { expect, test } from 'vitest'
import { Remembered } from './remembered'

test('no more is remembered than that, and what was kept last is', () => {
  const known = new Remembered<number>(2)
  known.keep('a', 1)
  known.keep('b', 2)
  known.keep('a', 3)
  known.keep('c', 4)
  expect(['a', 'b', 'c'].map((key) => known.find(key))).toEqual([3, undefined, 4])
})
