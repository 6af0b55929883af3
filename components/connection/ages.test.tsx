import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { UnreadableItems } from './unreadable'
import { WebhookFacts } from './webhook-facts'

const NOW = Date.parse('2026-11-28T12:00:00.000Z')
const ago = (seconds: number) => new Date(NOW - seconds * 1000).toISOString()
const textOf = (page: string) => page.replaceAll(/<[^>]*>/g, '')

test.each([
  [0, 'just now'],
  [7_200, '2 h ago'],
])('since when something waits or cannot be read is part of its sentence, %i seconds later too', (seconds, words) => {
  const webhooks = { isOn: true, hasDefault: true, url: 'https://debrief.example/hook', waiting: 3 }
  const rest = { oldestWaitingAt: ago(seconds), recent: [], flows: { shown: [], total: 0 } }
  expect(textOf(renderToStaticMarkup(<WebhookFacts webhooks={{ ...webhooks, ...rest }} now={NOW} />))).toContain(
    `3, the oldest came ${words}`,
  )
  const item = { kind: 'interview' as const, place: 'iv', reason: 'No.', tries: 1 }
  const shown = [{ ...item, firstSeenAt: ago(seconds), nextTryAt: ago(-300) }]
  expect(textOf(renderToStaticMarkup(<UnreadableItems unreadable={{ shown, total: 1 }} now={NOW} />))).toContain(
    `First met ${words}, next try in 5 min`,
  )
})
