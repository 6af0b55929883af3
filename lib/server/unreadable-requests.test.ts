import { once } from 'node:events'
import { createServer, request as ask } from 'node:http'
import type { AddressInfo } from 'node:net'
import { beforeAll, expect, test } from 'vitest'
import { refuseUnreadable } from './unreadable-requests'

beforeAll(refuseUnreadable)

/** What is answered to a request, as the one who answers sees it. */
async function seen(method: string, path: string): Promise<{ asked: string; allow: unknown }> {
  const server = createServer(({ method, url }, response) => void response.end(`${method} ${url}`))
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  const request = ask({ host: '127.0.0.1', port, method, path }).end()
  const [response] = (await once(request, 'response')) as [import('node:http').IncomingMessage]
  const chunks = await response.toArray()
  server.close()
  return { asked: Buffer.concat(chunks).toString(), allow: response.headers.allow }
}

test.each([
  ['/candidates/a%2Fb?q=%ff', '/candidates/a%2Fb?q=%ff'],
  ['/candidates/%ff', '/unreadable'],
  ['/%', '/unreadable'],
  ['/api/interviews/%ff?q=a', '/api/refused/address'],
  ['*', '/api/refused/address'],
  ['http://evil.example/api/interviews?q=a', '/api/interviews?q=a'],
  ['http://evil.example/%ff', '/unreadable'],
])('%s is answered as %s', async (path, answered) => {
  expect(await seen('GET', path)).toEqual({ asked: `GET ${answered}`, allow: undefined })
})

test.each(['TRACE', 'PROPFIND', 'LOCK'])('%s is no way to ask', async (method) => {
  expect(await seen(method, '/candidates')).toMatchObject({ asked: 'GET /api/refused/method' })
})

test.each(['HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'POST'])('%s is left as it is', async (method) => {
  const { asked } = await seen(method, '/candidates')
  expect(asked).toBe(method === 'HEAD' ? '' : `${method} /candidates`)
})
