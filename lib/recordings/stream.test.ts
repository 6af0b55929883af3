// Must hold 29, 30 and 39.
import { once } from 'node:events'
import { setImmediate } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { DebriefError } from '../errors'
import { log } from '../log'
import { givenServer, json, type Answer } from '../ribbon/testing/stub-server'
import { endOpenStreams } from '../server/open-streams'
import { streamSlice } from './bytes'
import { bytesOf, serve } from './testing/serve'

log.level = 'silent'

const MEGABYTE = Buffer.alloc(1_000_000, 1)
const WAV = { 'content-type': 'audio/wav' }

/** A recording that is never finished, and the moment at which its reader has left. */
function givenEndless() {
  let leave: (() => void) | undefined
  const left = new Promise<void>((resolve) => (leave = resolve))
  const endless: Answer = (_request, response) => {
    response.on('close', () => leave?.())
    response.writeHead(200, { ...WAV, 'content-length': 2_000_000 }).write(MEGABYTE)
  }
  return { endless, left }
}

test('a recording that ends early breaks the stream instead of ending it', async () => {
  await using server = await givenServer((_request, response) => {
    response.writeHead(200, { ...WAV, 'content-length': 1000 })
    response.write(Buffer.alloc(400), () => response.destroy())
  })
  await expect(bytesOf(await serve(server))).rejects.toThrow()
})

test('a part with fewer bytes than it says breaks the stream too', async () => {
  await using server = await givenServer(json('short', 206, { ...WAV, 'content-range': 'bytes 0-99/1000' }))
  await expect(bytesOf(await serve(server, { headers: { range: 'bytes=0-99' } }))).rejects.toThrow('ended early')
})

test('a part with more bytes than it says ends where it says', async () => {
  await using server = await givenServer(json('x'.repeat(500), 206, { ...WAV, 'content-range': 'bytes 0-99/1000' }))
  expect(await bytesOf(await serve(server, { headers: { range: 'bytes=0-99' } }))).toHaveLength(100)
})

test('the client’s disconnect ends the upstream request', async () => {
  const { endless, left } = givenEndless()
  await using server = await givenServer(endless)
  const client = new AbortController()
  const response = await serve(server, { signal: client.signal })
  await response.body?.getReader().read()

  client.abort()
  await left
})

test('a reader who stops reading for good ends the upstream request', async () => {
  const { endless, left } = givenEndless()
  await using server = await givenServer(endless)
  const reader = (await serve(server)).body?.getReader()
  await reader?.read()

  await reader?.cancel()
  await left
})

/** Piece after piece, as fast as it is read. */
const flowing: Answer = async (_request, response) => {
  response.writeHead(200, { ...WAV, 'content-length': 1_000 * MEGABYTE.length })
  while (!response.destroyed) {
    if (!response.write(MEGABYTE)) await Promise.race([once(response, 'drain'), once(response, 'close')])
  }
}

test('whether its reader may still have it is asked every five seconds, and what they may not breaks off, here and at its server', async () => {
  let [left, later, asked, isAllowed] = [false, 0, 0, true]
  await using server = await givenServer((request, response) => {
    response.on('close', () => (left = true))
    return flowing(request, response)
  })
  const clock = performance.now.bind(performance)
  const now = vi.spyOn(performance, 'now').mockImplementation(() => clock() + later)
  const requireStill = async () => {
    asked++
    if (!isAllowed) throw new DebriefError('not_signed_in')
  }
  const reader = (await serve(server, {}, { requireStill })).body?.getReader()
  for (let count = 0; count < 20; count++) await reader?.read()
  expect(asked).toBe(0)
  later = 5_000
  for (let count = 0; count < 20; count++) await reader?.read()
  expect(asked).toBe(1)
  isAllowed = false
  later = 10_000
  await expect(reader?.read()).rejects.toMatchObject({ name: 'AbortError' })
  await expect.poll(() => left).toBe(true)
  now.mockRestore()
})

const AWAY = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })

test('while the database cannot be asked a recording goes on for half a minute, and is asked about as before once it is back', async () => {
  let [later, asked, answer]: [number, number, Error | null] = [0, 0, AWAY]
  await using server = await givenServer(flowing)
  const clock = performance.now.bind(performance)
  const now = vi.spyOn(performance, 'now').mockImplementation(() => clock() + later)
  const requireStill = async () => {
    asked++
    // As drizzle tells it.
    if (answer) throw new Error('Failed query', { cause: answer })
  }
  const reader = (await serve(server, {}, { requireStill })).body?.getReader()
  const readsOnAt = async (ms: number) => {
    later = ms
    for (let count = 0; count < 20; count++) await reader?.read()
    return asked
  }
  expect(await readsOnAt(0)).toBe(0)
  expect(await readsOnAt(5_000)).toBe(1)
  expect(await readsOnAt(25_000)).toBe(2)
  answer = null
  expect(await readsOnAt(35_000)).toBe(3)
  answer = AWAY
  expect(await readsOnAt(60_000)).toBe(4)
  later = 66_000
  await expect(reader?.read()).rejects.toMatchObject({ name: 'AbortError' })
  now.mockRestore()
})

test.each([
  ['somebody who is signed out', new DebriefError('not_signed_in')],
  ['a question that fails for another reason', new Error('a mistake of ours')],
])('%s is no database that is away', async (_, answer) => {
  let later = 0
  await using server = await givenServer(flowing)
  const clock = performance.now.bind(performance)
  const now = vi.spyOn(performance, 'now').mockImplementation(() => clock() + later)
  const reader = (await serve(server, {}, { requireStill: () => Promise.reject(answer) })).body?.getReader()
  await reader?.read()
  later = 5_000
  await expect(reader?.read()).rejects.toMatchObject({ name: 'AbortError' })
  now.mockRestore()
})

test('a client that left before the first byte fails nothing', async () => {
  const client = new AbortController()
  await using server = await givenServer(() => client.abort())
  await expect(serve(server, { signal: client.signal })).resolves.toMatchObject({ status: 499 })
})

test('ending all streams, as a stop of the app does, ends the upstream requests', async () => {
  const { endless, left } = givenEndless()
  await using server = await givenServer(endless)
  const reading = bytesOf(await serve(server))

  endOpenStreams()
  await expect(reading).rejects.toMatchObject({ name: 'AbortError' })
  await left
})

test('a viewer who does not read makes the upstream wait', async () => {
  let written = 0
  await using server = await givenServer(async (_request, response) => {
    response.writeHead(200, { ...WAV, 'content-length': 1_000 * MEGABYTE.length })
    for (; written < 1_000 && !response.destroyed; written++) {
      if (!response.write(MEGABYTE)) await Promise.race([once(response, 'drain'), once(response, 'close')])
    }
  })
  const response = await serve(server)
  for (let turn = 0; turn < 5_000; turn++) await setImmediate()

  expect(written).toBeLessThan(50)
  await response.body?.cancel()
})

test('of a recording no more is held for a viewer than the part that they read', async () => {
  let taken = 0
  async function* parts() {
    for (;;) {
      taken++
      yield MEGABYTE
    }
  }
  const whole = { skip: 0, length: null }
  const viewers = Array.from({ length: 50 }, () => streamSlice(parts(), whole, () => {}).getReader())
  for (let turn = 0; turn < 100; turn++) await setImmediate()
  expect(taken).toBe(0)
  for (const viewer of viewers) await viewer.read()
  for (let turn = 0; turn < 100; turn++) await setImmediate()
  expect(taken).toBe(viewers.length)
})
