import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { givenEnvironment } from '../auth/testing/environment'

beforeEach(() => {
  vi.resetModules()
})

afterEach(() => {
  vi.unstubAllEnvs()
  delete (globalThis as { debriefPeersStamped?: boolean }).debriefPeersStamped
})

/** What a server that stamps finds for a request with these headers. */
async function peerSeenWith(headers: Record<string, string>, { proxies = '0', stamping = true } = {}) {
  givenEnvironment({ TRUSTED_PROXIES: proxies })
  const { peerOf, stampPeerAddress } = await import('./peer')
  if (stamping) stampPeerAddress()
  const server = createServer((request, response) => {
    response.end(peerOf(new Headers(request.headers as Record<string, string>)))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const seen = await (await fetch(`http://127.0.0.1:${port}`, { headers })).text()
  server.close()
  return seen
}

test('the address is the socket’s, whatever the request claims', async () => {
  const claims = { 'x-debrief-peer': '203.0.113.1', 'x-forwarded-for': '203.0.113.2', 'x-real-ip': '203.0.113.3' }
  await expect(peerSeenWith(claims)).resolves.toBe('127.0.0.1')
})

test('behind one proxy it is the last one forwarded, which that proxy wrote itself', async () => {
  const headers = { 'x-forwarded-for': '203.0.113.9, 198.51.100.7' }
  await expect(peerSeenWith(headers, { proxies: '1' })).resolves.toBe('198.51.100.7')
})

test('behind two proxies it is the last but one', async () => {
  const headers = { 'x-forwarded-for': '1.1.1.1, 203.0.113.9, 198.51.100.7' }
  await expect(peerSeenWith(headers, { proxies: '2' })).resolves.toBe('203.0.113.9')
})

test.each<Record<string, string>>([{}, { 'x-forwarded-for': 'nonsense' }, { 'x-forwarded-for': '' }])(
  'a proxy that forwards %j is itself the address',
  async (headers) => {
    await expect(peerSeenWith(headers, { proxies: '1' })).resolves.toBe('127.0.0.1')
  },
)

test('until requests are stamped they all count as one, so a claim is worth nothing', async () => {
  await expect(peerSeenWith({ 'x-debrief-peer': '203.0.113.1' }, { stamping: false })).resolves.toBe('unknown')
})

test.each([
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::'],
  ['2001:db8:1:2:ffff::1', '2001:db8:1:2::'],
  ['::ffff:198.51.100.7', '198.51.100.7'],
])('%s counts as %s', async (address, counted) => {
  await expect(peerSeenWith({ 'x-forwarded-for': address }, { proxies: '1' })).resolves.toBe(counted)
})
