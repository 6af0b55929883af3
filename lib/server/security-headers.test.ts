import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { beforeAll, expect, test } from 'vitest'
import { config } from '../../proxy'
import { sendSecurityHeaders } from './security-headers'
import { givenEnvironment } from '../auth/testing/environment'

beforeAll(() => {
  givenEnvironment()
  sendSecurityHeaders()
})

/** What a handler finds on the request, and the client on the answer. */
async function ask(path: string, headers: Record<string, string> = {}, method = 'GET') {
  const server = createServer((request, response) => void response.end(JSON.stringify(request.headers)))
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, headers })
  const found = (await response.json()) as IncomingHttpHeaders
  server.close()
  return { found, answered: response.headers }
}

test('a nonce never repeats, and the page gets the one the browser gets', async () => {
  const answers = await Promise.all(Array.from({ length: 50 }, () => ask('/candidates')))
  for (const { found, answered } of answers)
    expect(found['content-security-policy']).toBe(answered.get('content-security-policy'))
  expect(new Set(answers.map(({ found }) => found['content-security-policy'])).size).toBe(50)
})

test('a policy and a path that the client claims are replaced', async () => {
  const { found } = await ask('/flows', {
    'content-security-policy': "script-src 'nonce-known'",
    'x-debrief-path': '//evil.example',
  })
  expect(found['content-security-policy']).not.toContain('known')
  expect(found['x-debrief-path']).toBe('/flows')
})

test('proxy.ts sees every change and nothing else, whatever a client claims', async () => {
  const claim = { 'x-debrief-change': 'POST' }
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
    expect((await ask('/flows', {}, method)).found).toHaveProperty('x-debrief-change', method)
  expect((await ask('/flows', claim)).found).not.toHaveProperty('x-debrief-change')
  expect(config.matcher[0]?.has).toEqual([{ type: 'header', key: 'x-debrief-change' }])
})

test.each([
  ['/candidates/int_1?t=83.4&_rsc=1x2y', '/candidates/int_1?t=83.4'],
  ['/flows?_rsc=1x2y', '/flows'],
  ['/candidates?q=a?b', '/candidates?q=a%3Fb'],
  ['//evil.example/x', '//evil.example/x'],
])('%s is known as %s', async (asked, known) => {
  expect((await ask(asked)).found['x-debrief-path']).toBe(known)
})
