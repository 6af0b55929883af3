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

/** `days` of rows of one flow. */
function dueOn(...days: (string | null)[]): Queue {
  const queue = queueOf(...days.map((_, index) => `${index}`))
  const items = queue.items.map((item, index) => ({ ...item, dueOn: days[index] ?? null }))
  const [soonest = null] = days.filter((day) => day !== null).toSorted()
  return { ...queue, items, flows: queue.flows.map((flow) => ({ ...flow, dueOn: soonest })) }
}

const TODAY = Date.parse('2026-11-26T12:00:00Z')
const daysOf = (queue: Queue) => rowsOf(queue, TODAY).map((row) => /due \w+|\d+ days? overdue/.exec(row)?.[0] ?? null)

test('what is overdue says so on its own row, whatever the head above says', () => {
  expect(daysOf(dueOn('2026-11-24', null, '2026-11-30'))).toEqual(['2 days overdue', null, 'due Mon'])
  expect(daysOf(dueOn('2026-11-25', '2026-11-25'))).toEqual(['1 day overdue', '1 day overdue'])
})

test('a day that is to come is said once above where all have it, else on each row', () => {
  expect(daysOf(dueOn('2026-11-27', '2026-11-27'))).toEqual([null, null])
  expect(daysOf(dueOn('2026-11-27', '2026-11-30', null))).toEqual(['due tomorrow', 'due Mon', null])
})
