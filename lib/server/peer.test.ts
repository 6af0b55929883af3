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
async function peerSeenWith(headers: Record<string, string>, { proxies = '0', stamping = true, paths = ['/'] } = {}) {
  givenEnvironment({ TRUSTED_PROXIES: proxies })
  const { peerOf, stampPeerAddress } = await import('./peer')
  if (stamping) stampPeerAddress()
  const server = createServer((request, response) => {
    response.end(peerOf(new Headers(request.headers as Record<string, string>)))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const seen: string[] = []
  for (const path of paths) seen.push(await (await fetch(`http://127.0.0.1:${port}${path}`, { headers })).text())
  server.close()
  return seen.at(-1)
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

test.each([
  ['203.0.113.9:51612', '203.0.113.9'],
  ['[2001:db8:1:2::3]:443', '2001:db8:1:2::'],
  ['[2001:db8:1:2::3]', '2001:db8:1:2::'],
  ['[::ffff:198.51.100.7]:80', '198.51.100.7'],
])('of what a proxy writes as %s the port is none of the address', async (entry, counted) => {
  const headers = { 'x-forwarded-for': `1.1.1.1:1, ${entry}` }
  await expect(peerSeenWith(headers, { proxies: '1' })).resolves.toBe(counted)
})

test.each([
  [{ 'x-forwarded-for': 'unknown' }, '1', true],
  [{ 'x-forwarded-for': '203.0.113.9' }, '2', true],
  [{}, '1', true],
  [{}, '0', false],
  [{ 'x-forwarded-for': '203.0.113.9:51612' }, '1', false],
] as [Record<string, string>, string, boolean][])(
  'the log says once whether no address comes through the proxies: %j behind %s',
  async (headers, proxies, isTold) => {
    const { log } = await import('../log')
    const warn = vi.spyOn(log, 'warn').mockImplementation(() => {})
    await peerSeenWith(headers, { proxies, paths: ['/api/health/ready'] })
    expect(warn).not.toHaveBeenCalled()
    await peerSeenWith(headers, { proxies, paths: ['/', '/', '/sign-in'], stamping: false })
    expect(warn.mock.calls).toEqual(isTold ? [[expect.stringContaining('TRUSTED_PROXIES')]] : [])
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
