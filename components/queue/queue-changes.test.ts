import { expect, test } from 'vitest'
import type { Queue, QueueItem } from '@/lib/queue/queue'
import { withoutJudged, withSkipped } from './queue-changes'

const FLOW = { id: 'f', title: 'Nights' }

function queueOf(...ids: string[]): Queue {
  const items = ids.map((interviewId): QueueItem => ({
    ...{ interviewId, candidate: { name: interviewId, email: null }, flow: FLOW, talk: 1, begins: 0, progress: 'new' },
    ...{ share: null, dueOn: null, asks: [], hasRecording: true, hasVideo: false, isSkipped: false },
  }))
  const flows = [{ ...FLOW, done: 0, total: ids.length, dueOn: null }]
  return { items, total: ids.length, estimateSeconds: 1, pace: 'own', flows, place: ids[0] ?? null }
}

const idsOf = ({ items }: Queue) => items.map(({ interviewId }) => interviewId)

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
