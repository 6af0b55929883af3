// Must hold 29 and 30.
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { givenServer } from '../ribbon/testing/stub-server'
import { endOpenStreams } from './open-streams'
import { bytesOf, serve } from './testing/serve'

const MEGABYTE = Buffer.alloc(1_000_000, 1)
function givenSignal() {
  const signal: { give: () => void; given?: Promise<void> } = { give: () => {} }
  signal.given = new Promise((resolve) => (signal.give = resolve))
  return signal
}

const HEADERS = { 'content-type': 'audio/wav' }

test('a recording that ends early breaks the stream instead of ending it', async () => {
  await using server = await givenServer((_request, response) => {
    response.writeHead(200, { ...HEADERS, 'content-length': 1000 })
    response.write(Buffer.alloc(400))
    setImmediate(() => response.destroy())
  })
  await expect(bytesOf(await serve(server))).rejects.toThrow()
})

test('the client’s disconnect ends the upstream request', async () => {
  const left = givenSignal()
  await using server = await givenServer((_request, response) => {
    response.on('close', () => left.give())
    response.writeHead(200, { ...HEADERS, 'content-length': 2_000_000 })
    response.write(MEGABYTE)
  })
  const client = new AbortController()
  const response = await serve(server, { signal: client.signal })
  await response.body?.getReader().read()

  client.abort()
  await left.given
})

test('ending all streams, as a stop of the app does, ends the upstream requests', async () => {
  const left = givenSignal()
  await using server = await givenServer((_request, response) => {
    response.on('close', () => left.give())
    response.writeHead(200, { ...HEADERS, 'content-length': 2_000_000 })
    response.write(MEGABYTE)
  })
  const response = await serve(server)
  const reading = bytesOf(response)

  endOpenStreams()
  await expect(reading).rejects.toThrow()
  await left.given
})

test('a viewer who does not read makes the upstream wait', async () => {
  let written = 0
  const full = givenSignal()
  await using server = await givenServer(async (_request, response) => {
    response.writeHead(200, { ...HEADERS, 'content-length': 1_000 * MEGABYTE.length })
    for (; written < 1_000; written++) {
      if (response.write(MEGABYTE)) continue
      full.give()
      await Promise.race([once(response, 'drain'), once(response, 'close')])
      if (response.destroyed) return
    }
  })
  const response = await serve(server)
  await full.given
  await new Promise((resolve) => setImmediate(resolve))

  expect(written).toBeLessThan(50)
  await response.body?.cancel()
})
