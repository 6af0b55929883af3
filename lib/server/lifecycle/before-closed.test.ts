import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { finishBeforeClosed } from './before-closed'

test('the server is closed once its last request has ended and what that left is done', async () => {
  const order: string[] = []
  const waiting: (() => void)[] = []
  const server = createServer((_request, response) => {
    order.push('asked')
    waiting.push(() => {
      order.push('looked')
      response.end()
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  finishBeforeClosed(server, async () => {
    order.push('tells')
    await Promise.resolve()
    order.push('told')
  })
  const answer = fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, {
    headers: { connection: 'close' },
  })
  await once(server, 'request')
  const closed = new Promise<void>((resolve) => {
    server.close(() => {
      order.push('closed')
      resolve()
    })
  })
  waiting.forEach((end) => end())
  await Promise.all([answer, closed])
  expect(order).toEqual(['asked', 'looked', 'tells', 'told', 'closed'])
})
