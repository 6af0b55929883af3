import { expect, test } from 'vitest'
import { aroundInQueue } from './queue'

const queue = (...ids: string[]) => ids.map((interviewId) => ({ interviewId }))

test('what follows the last one is the first that still waits, and nothing follows the only one', () => {
  expect(aroundInQueue(queue('a', 'b', 'c'), 'b')).toEqual({ previous: 'a', next: 'c', following: 'c', position: 2 })
  expect(aroundInQueue(queue('a', 'b', 'c'), 'c')).toEqual({ previous: 'b', next: null, following: 'a', position: 3 })
  expect(aroundInQueue(queue('a'), 'a')).toEqual({ previous: null, next: null, following: null, position: 1 })
})

test('what does not wait stands before whom it leads to, or before the first', () => {
  expect(aroundInQueue(queue('a', 'b', 'c'), 'judged', 'c')).toEqual({
    ...{ previous: 'b', next: 'c', following: 'c', position: null },
  })
  expect(aroundInQueue(queue(), 'judged')).toEqual({ previous: null, next: null, following: null, position: null })
  expect(aroundInQueue(queue('a', 'b'), 'judged')).toEqual({
    ...{ previous: null, next: 'a', following: 'a', position: null },
  })
})
