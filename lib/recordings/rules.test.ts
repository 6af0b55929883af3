// Must hold 11: what counts is the address that is connected to, not the name.
import type { LookupAddress } from 'node:dns'
import { expect, test } from 'vitest'
import { givenServer } from '../ribbon/testing/stub-server'
import { createRules, publicLookup } from './rules'
import { fetchUpstream } from './upstream'

const PUBLIC = { address: '93.184.216.34', family: 4 }
const LOOPBACK = { address: '127.0.0.1', family: 4 }

function lookUp(addresses: LookupAddress[], all: boolean) {
  const lookup = publicLookup(async () => addresses)
  return new Promise((resolve) => lookup('cdn.example.com', { all }, (...answer) => resolve(answer)))
}

const askOf = (resolve: () => Promise<LookupAddress[]>) => ({
  range: null,
  signal: new AbortController().signal,
  rules: createRules([], resolve),
})

test('a name of public addresses answers exactly those', async () => {
  await expect(lookUp([PUBLIC], true)).resolves.toEqual([null, [PUBLIC]])
  await expect(lookUp([PUBLIC], false)).resolves.toEqual([null, PUBLIC.address, 4])
})

test('one address that is not public condemns the name, and so does none', async () => {
  for (const addresses of [[LOOPBACK], [PUBLIC, LOOPBACK], [PUBLIC, { address: '::ffff:7f00:1', family: 6 }], []]) {
    for (const all of [true, false]) {
      await expect(lookUp(addresses, all)).resolves.toMatchObject([{ code: 'recording_refused' }, ''])
    }
  }
})

test('a name that points to a private address is refused before anything connects', async () => {
  await using server = await givenServer((_request, response) => response.end('secret'))
  const { port } = new URL(server.url)
  expect(port).not.toBe('')

  for (const address of ['127.0.0.1', '10.0.0.1', '169.254.169.254', '::1', 'fd00::1']) {
    const family = address.includes(':') ? 6 : 4
    const ask = askOf(async () => [{ address, family }])
    await expect(fetchUpstream('https://cdn.example.com/a.wav', ask)).rejects.toMatchObject({
      code: 'recording_refused',
    })
  }
  expect(server.requests).toHaveLength(0)
})

test('a name is resolved once a connection, so that a second answer cannot replace the one that was checked', async () => {
  let asked = 0
  const lookup = publicLookup(async () => [asked++ === 0 ? PUBLIC : LOOPBACK])
  const first = await new Promise((resolve) => lookup('cdn.example.com', { all: true }, (...answer) => resolve(answer)))
  expect(first).toEqual([null, [PUBLIC]])
  expect(asked).toBe(1)

  const second = await new Promise((resolve) =>
    lookup('cdn.example.com', { all: true }, (...answer) => resolve(answer)),
  )
  expect(second).toMatchObject([{ code: 'recording_refused' }, ''])
})

test('localhost is refused by the address it really has', async () => {
  const ask = { ...askOf(async () => []), rules: createRules([]) }
  await expect(fetchUpstream('https://localhost/a.wav', ask)).rejects.toMatchObject({ code: 'recording_refused' })
})

test('a name that does not resolve is unreachable', async () => {
  const ask = askOf(async () => Promise.reject(Object.assign(new Error('no such host'), { code: 'ENOTFOUND' })))
  const failure = { code: 'recording_unreachable' }
  await expect(fetchUpstream('https://cdn.example.com/a.wav', ask)).rejects.toMatchObject(failure)
})
