import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { beforeAll, expect, test, vi } from 'vitest'
import { isHeadRequest, stampHeadRequests } from './head-request'

const asked = vi.hoisted(() => ({ headers: new Headers() }))
vi.mock('next/headers', () => ({ headers: async () => asked.headers }))

beforeAll(stampHeadRequests)

/** What a page finds of a request that reaches a server. */
async function seenAsHead(method: string, headers: Record<string, string> = {}): Promise<boolean> {
  let found: IncomingHttpHeaders = {}
  const server = createServer((request, response) => {
    found = request.headers
    response.end()
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, { method, headers })
  server.close()
  asked.headers = new Headers(found as Record<string, string>)
  return isHeadRequest()
}

test('a HEAD is one, and nothing else, whatever a request claims', async () => {
  expect(await seenAsHead('HEAD')).toBe(true)
  for (const method of ['GET', 'POST', 'PUT', 'DELETE']) {
    expect(await seenAsHead(method), method).toBe(false)
    expect(await seenAsHead(method, { 'x-debrief-head': '1' }), method).toBe(false)
  }
})
