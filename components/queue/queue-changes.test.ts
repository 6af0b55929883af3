import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { secondsLeft, withoutJudged, type Queue, type QueueItem } from '@/lib/queue/queue'
import type { UnsentVote } from '../votes/vote-outbox'
import { withSkipped } from './queue-changes'
import { idsOf, queueOf } from './testing/queue'
import { withoutVotedOn } from './voted-on'

test('what was voted on waits no longer, counts as done, and is no place to go on at', () => {
  const queue = withoutJudged(queueOf('a', 'b'), 'a')
  expect([idsOf(queue), queue.total, queue.place]).toEqual([['b'], 1, null])
  expect(queue.flows).toMatchObject([{ done: 1, total: 2 }])
  expect(queue.sitting).toEqual({ judged: 1, skipped: 0 })
  expect(withoutJudged(queue, 'a')).toBe(queue)
})

const waiting = fc.array(
  fc.record({
    talk: fc.option(fc.integer({ min: 1, max: 600 }), { nil: null }),
    share: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: null }),
  }),
  { minLength: 1, maxLength: 30 },
)
const inSomeOrder = waiting.chain((parts) => {
  const ids = parts.map((_, index) => `${index}`)
  return fc.tuple(fc.constant(parts), fc.shuffledSubarray(ids, { minLength: ids.length }))
})

test('with each that is voted on the time falls by what was left of it, and with the last to nothing', () => {
  fc.assert(
    fc.property(inSomeOrder, fc.double({ min: 0.1, max: 3, noNaN: true }), ([parts, order], pace) => {
      const items = queueOf(...parts.map((_, index) => `${index}`)).items.map((item, index) => ({
        ...item,
        ...parts[index],
      }))
      const estimate = (of: QueueItem[]) => pace * of.reduce((seconds, item) => seconds + secondsLeft(item), 0)
      let queue: Queue = { ...queueOf(), items, total: items.length, estimateSeconds: estimate(items) }
      for (const id of order) {
        queue = withoutJudged(queue, id)
        expect(queue.estimateSeconds).toBeCloseTo(estimate(queue.items), 3)
      }
      expect(queue.estimateSeconds).toBe(0)
    }),
  )
})

test('of more than are listed each takes its part, and none more than there is', () => {
  const begun = { ...queueOf('a', 'b'), total: 10, estimateSeconds: 100 }
  const queue = withoutJudged(begun, 'a')
  expect([queue.total, queue.estimateSeconds]).toEqual([9, 90])
  expect(withoutJudged(queue, 'a')).toBe(queue)
})

test('what was skipped stands last and says so', () => {
  const queue = withSkipped(queueOf('a', 'b', 'c'), 'a')
  expect(idsOf(queue)).toEqual(['b', 'c', 'a'])
  expect(queue.items.map(({ isSkipped }) => isSkipped)).toEqual([false, false, true])
  expect(queue.sitting).toEqual({ judged: 0, skipped: 1 })
  expect(withSkipped(queue, 'a').sitting).toEqual({ judged: 0, skipped: 1 })
  expect(withoutJudged(queue, 'a').sitting).toEqual({ judged: 1, skipped: 0 })
})

const unsent = (interviewId: string, given: Partial<UnsentVote> = {}): UnsentVote => ({
  ...{
    interviewId,
    wish: { vote: 'hire', reason: null },
    replaces: null,
    sent: [],
    writtenAt: '',
    version: 'v',
  },
  ...{ conflict: null, problem: null, orphaned: false, signedOut: false },
  ...given,
})

test('what was voted on without a network waits no longer, and does again where the vote is taken back, refused or disputed', () => {
  const queue = queueOf('a', 'b', 'c', 'd')
  expect(idsOf(withoutVotedOn(queue, [unsent('a'), unsent('elsewhere')]))).toEqual(['b', 'c', 'd'])
  const still = [
    ...[unsent('b', { wish: null }), unsent('c', { problem: 'Votes are closed.' })],
    unsent('d', { conflict: { stands: null } }),
  ]
  expect(withoutVotedOn(queue, still)).toBe(queue)
})
