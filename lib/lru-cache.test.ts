import { expect, test } from 'vitest'
import { LruCache } from './lru-cache'

test('no more is remembered than that, and what was kept last is', () => {
  const known = new LruCache<number>(2)
  known.set('a', 1)
  known.set('b', 2)
  known.set('a', 3)
  known.set('c', 4)
  expect(['a', 'b', 'c'].map((key) => known.get(key))).toEqual([3, undefined, 4])
})
