import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, get, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import { compressAnswers } from './compress-answers'

beforeAll(compressAnswers)

/** An hour's talk that nothing but repetition makes shorter. */
const TALK = randomBytes(100_000).toString('base64')

async function ask(encodings: string, type: string, body: string) {
  const server = createServer((_, response) => void response.setHeader('content-type', type).end(body))
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  const request = get({ port, host: '127.0.0.1', headers: { 'accept-encoding': encodings } })
  const [response] = (await once(request, 'response')) as [IncomingMessage]
  const sent = await buffer(response)
  server.close()
  return { encoding: response.headers['content-encoding'], sent }
}

test('who reads Brotli gets it, who reads gzip only gets that, and both read the same', async () => {
  const brotli = await ask('gzip, deflate, br', 'text/html', TALK)
  const gzip = await ask('gzip, deflate', 'text/html', TALK)
  expect([brotli.encoding, gzip.encoding]).toEqual(['br', 'gzip'])
  expect(brotliDecompressSync(brotli.sent).toString()).toBe(TALK)
  expect(gunzipSync(gzip.sent).toString()).toBe(TALK)
})

test('what a page says a second time costs next to nothing', async () => {
  const once = await ask('br', 'text/html', TALK)
  const twice = await ask('br', 'text/html', TALK + TALK)
  expect(twice.sent.length).toBeLessThan(once.sent.length * 1.02)
})

test('a recording is sent as it is', async () => {
  const { encoding, sent } = await ask('br', 'audio/wav', TALK)
  expect(encoding).toBeUndefined()
  expect(sent.toString()).toBe(TALK)
})
