import { beforeEach, expect, test } from 'vitest'
import { trail, type Left } from './trail'

const left = (id: string, vote: Left['vote'] = 'hire'): Left => ({ id, name: id, vote })

beforeEach(() => {
  while (trail.goBack()) continue
})

test('who was left is told where that led to, once, and nowhere else', () => {
  trail.leave(left('a'), 'b')
  expect([trail.leftFor('c'), trail.leftFor(null)]).toEqual([null, null])
  expect(trail.leftFor('b')).toEqual(left('a'))
  trail.arrive()
  expect(trail.leftFor('b')).toBeNull()
  trail.leave(left('b', null), null)
  expect(trail.leftFor(null)).toEqual(left('b', null))
})

test('the way back leads to each once, the last one first, and says nothing of whom it leads past', () => {
  trail.leave(left('a'), 'b')
  trail.leave(left('b', null), 'c')
  trail.leave(left('b', 'no_hire'), 'c')
  expect(trail.goBack()).toEqual(left('b', 'no_hire'))
  expect([trail.leftFor('b'), trail.leftFor('c')]).toEqual([null, null])
  expect(trail.goBack()).toEqual(left('a'))
  expect(trail.goBack()).toBeNull()
})
