import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { Queue } from '@/lib/queue/queue'
import { goOnOf } from './go-on'
import { QueueList } from './queue-list'
import { queueOf } from './testing/queue'

/** The text of each row, as the server draws it. */
function rowsOf(queue: Queue, now = 0): string[] {
  const html = renderToStaticMarkup(<QueueList queue={queue} goOn={goOnOf(queue)} mayAssign={false} now={now} />)
  return Array.from(html.matchAll(/<a .*?<\/a>/gs), ([row]) => row.replaceAll(/<[^>]*>/g, ' '))
}

const marked = (queue: Queue) => rowsOf(queue).map((row) => /(Start|Go on) +here/.exec(row)?.[1] ?? null)

test('the row at which one goes on says so, and where nobody has begun the first', () => {
  const queue = queueOf('a', 'b', 'c')
  expect(marked({ ...queue, place: 'b' })).toEqual([null, 'Go on', null])
  expect(marked({ ...queue, place: null })).toEqual(['Start', null, null])
})
