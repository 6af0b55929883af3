import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { sendDefaultHeaders } from './default-headers'

/** The policies of an answer that the application says nothing about, and of one that it gives a policy of its own. */
async function policies() {
  const server = createServer((request, response) => {
    if (request.url === '/page') response.setHeader('Content-Security-Policy', "default-src 'self'")
    response.end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const [silent, page] = await Promise.all(['/', '/page'].map((path) => fetch(`http://127.0.0.1:${port}${path}`)))
  server.close()
  return { silent: silent?.headers, page: page?.headers }
}

test('an answer that nobody gave a policy has the strictest, any other keeps its own', async () => {
  sendDefaultHeaders()
  sendDefaultHeaders()
  const { silent, page } = await policies()

  expect(silent?.get('x-content-type-options')).toBe('nosniff')
  expect(silent?.get('content-security-policy')).toBe(
    "default-src 'none'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
  )
  expect(page?.get('content-security-policy')).toBe("default-src 'self'")
})
