import { expect, test } from 'vitest'
import type { Delivery, FlowWebhook, Webhooks } from '@/lib/connection/connection'
import { arrivalWords } from './arrival-words'

const AT = '2026-11-26T12:00:00.000Z'
const flow = (lastHeardAt: string | null): FlowWebhook => ({ id: 'f', title: 'Purser', hasSecret: true, lastHeardAt })
const delivery = { receivedAt: AT } as Delivery

function webhooks(given: Partial<Webhooks>, lastHeardAt: string | null = null): Webhooks {
  const none = { hasDefault: false, url: '', waiting: 0, oldestWaitingAt: null, recent: [] }
  return { isOn: true, ...none, flows: { shown: [flow(lastHeardAt)], total: 1 }, ...given }
}

test('nothing is said to come at once before anything has come', () => {
  expect(arrivalWords(webhooks({}))).toMatch(/^no webhook has come yet: enter this address at Ribbon/)
  expect(arrivalWords(webhooks({ isOn: false }))).toMatch(/^webhooks off: set RIBBON_WEBHOOK_SECRET/)
  expect(arrivalWords(webhooks({}, AT))).toMatch(/^webhooks come/)
  expect(arrivalWords(webhooks({ recent: [delivery] }))).toMatch(/^webhooks come/)
})
