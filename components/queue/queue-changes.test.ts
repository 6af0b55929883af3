import { expect, test } from 'vitest'
import { withoutJudged } from '@/lib/queue/queue'
import type { UnsentVote } from '../votes/vote-outbox'
import { withSkipped } from './queue-changes'
import { idsOf, queueOf } from './testing/queue'
import { withoutVotedOn } from './voted-on'

test('what was voted on waits no longer, counts as done, and is no place to go on at', () => {
  const queue = withoutJudged(queueOf('a', 'b'), 'a')
  expect([idsOf(queue), queue.total, queue.place]).toEqual([['b'], 1, null])
  expect(queue.flows).toMatchObject([{ done: 1, total: 2 }])
  expect(withoutJudged(queue, 'a')).toBe(queue)
})

test('what was skipped stands last and says so', () => {
  const queue = withSkipped(queueOf('a', 'b', 'c'), 'a')
  expect(idsOf(queue)).toEqual(['b', 'c', 'a'])
  expect(queue.items.map(({ isSkipped }) => isSkipped)).toEqual([false, false, true])
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
