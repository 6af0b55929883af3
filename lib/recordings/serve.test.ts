// Must hold 12, 27, 28 and 31.
import * as fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { givenEnvironment } from '../auth/testing/environment'
import { log } from '../log'
import { givenServer, json } from '../ribbon/testing/stub-server'
import { ETAG, givenMedia, MODIFIED } from './testing/media-server'
import { bytesOf, serve } from './testing/serve'

log.level = 'silent'
beforeEach(() => givenEnvironment())

const BYTES = Buffer.from(Array.from({ length: 1_000 }, (_, index) => index % 251))
const range = (value: string, more: Record<string, string> = {}) => ({ headers: { range: value, ...more } })

test('the whole recording is served with our headers and none of its server’s', async () => {
  const headers = { 'set-cookie': 'a=b', server: 'cdn', 'x-amz-request-id': '1', 'cache-control': 'public' }
  await using server = await givenMedia(BYTES, { headers })
  const response = await serve(server)

  expect(response.status).toBe(200)
  expect(Object.fromEntries(response.headers)).toEqual({
    'accept-ranges': 'bytes',
    'cache-control': 'no-store',
    'content-disposition': 'inline',
    'content-length': '1000',
    'content-type': 'audio/wav',
    etag: ETAG,
    'last-modified': MODIFIED,
  })
  expect(await bytesOf(response)).toEqual(BYTES)
})

test('the recording’s server gets no cookie, no credential and nothing else of the player’s', async () => {
  await using server = await givenMedia(BYTES)
  const headers = { cookie: 'session=1', authorization: 'Bearer x', 'user-agent': 'player', referer: 'http://a/' }
  await serve(server, { headers, path: '/a.wav?signature=x' })

  expect(server.requests[0]?.url).toBe('/a.wav?signature=x')
  expect(Object.keys(server.requests[0]?.headers ?? {}).sort()).toEqual([
    'accept',
    'accept-encoding',
    'connection',
    'host',
  ])
})

test.each([
  ['bytes=0-0', 0, 0],
  ['bytes=10-19', 10, 19],
  ['bytes=990-', 990, 999],
  ['bytes=990-5000', 990, 999],
  ['bytes=-10', 990, 999],
  ['bytes=-5000', 0, 999],
])('%s answers 206 and those bytes', async (wanted, from, to) => {
  for (const ignoresRange of [false, true]) {
    await using server = await givenMedia(BYTES, { ignoresRange })
    const response = await serve(server, range(wanted))
    expect(response.status).toBe(206)
    expect(response.headers.get('content-range')).toBe(`bytes ${from}-${to}/1000`)
    expect(response.headers.get('content-length')).toBe(String(to - from + 1))
    expect(await bytesOf(response)).toEqual(BYTES.subarray(from, to + 1))
  }
})

test.each(['bytes=1000-', 'bytes=5000-6000', 'bytes=-0'])('%s answers 416 and the length', async (wanted) => {
  for (const ignoresRange of [false, true]) {
    await using server = await givenMedia(BYTES, { ignoresRange })
    const response = await serve(server, range(wanted))
    expect(response.status).toBe(416)
    expect(response.headers.get('content-range')).toBe('bytes */1000')
    await expect(response.json()).resolves.toMatchObject({ code: 'range_unsatisfiable' })
  }
})

test('several ranges are answered with the whole, once', async () => {
  await using server = await givenMedia(BYTES)
  for (const wanted of ['bytes=0-9,20-29', `bytes=${Array(500).fill('0-').join(',')}`]) {
    const response = await serve(server, range(wanted))
    expect(response.status).toBe(200)
    expect(await bytesOf(response)).toEqual(BYTES)
  }
  expect(server.requests.map(({ headers }) => headers.range)).toEqual([undefined, undefined])
})

test('If-Range gives the part of an unchanged recording and the whole of a changed one', async () => {
  for (const ignoresRange of [false, true]) {
    await using server = await givenMedia(BYTES, { ignoresRange })
    const statusWith = async (ifRange: string, wanted = 'bytes=10-19') => {
      const response = await serve(server, range(wanted, { 'if-range': ifRange }))
      expect((await bytesOf(response)).length).toBe(response.status === 206 ? 10 : 1_000)
      return response.status
    }
    await expect(statusWith(ETAG)).resolves.toBe(206)
    await expect(statusWith(MODIFIED)).resolves.toBe(206)
    await expect(statusWith('"version-0"')).resolves.toBe(200)
    await expect(statusWith(`W/${ETAG}`)).resolves.toBe(200)
    await expect(statusWith('Mon, 23 Nov 2026 11:00:00 GMT')).resolves.toBe(200)
    await expect(statusWith('"version-0"', 'bytes=5000-')).resolves.toBe(200)
  }
})

test('If-Range without a Range changes nothing', async () => {
  await using server = await givenMedia(BYTES)
  const response = await serve(server, { headers: { 'if-range': '"version-0"' } })
  expect(response.status).toBe(200)
  expect(server.requests).toHaveLength(1)
})

test('a recording of unknown length is served whole, since no part of it can be named', async () => {
  await using server = await givenMedia(BYTES, { ignoresRange: true, hidesLength: true })
  const response = await serve(server, range('bytes=10-19'))
  expect(response.status).toBe(200)
  expect(response.headers.get('accept-ranges')).toBe('none')
  expect(await bytesOf(response)).toEqual(BYTES)
})

test('HEAD answers the headers of the whole for one byte of traffic', async () => {
  for (const ignoresRange of [false, true]) {
    await using server = await givenMedia(BYTES, { ignoresRange })
    const response = await serve(server, { method: 'HEAD', ...range('bytes=10-19') })
    expect(response.status).toBe(200)
    expect(response.body).toBeNull()
    expect(Object.fromEntries(response.headers)).toMatchObject({ 'content-length': '1000', 'accept-ranges': 'bytes' })
    expect(server.requests.map(({ method, headers }) => [method, headers.range])).toEqual([['GET', 'bytes=0-0']])
  }
})

test.each(['text/html', 'image/svg+xml', 'application/json'])('%s is not served', async (type) => {
  await using server = await givenMedia(BYTES, { headers: { 'content-type': type } })
  for (const method of ['GET', 'HEAD']) {
    await expect(serve(server, { method })).rejects.toMatchObject({ code: 'recording_refused' })
  }
})

test('a recording of unknown type is served under the type its name tells', async () => {
  await using server = await givenMedia(BYTES, { headers: { 'content-type': 'application/octet-stream' } })
  expect((await serve(server, { path: '/a.mp3?x=.html' })).headers.get('content-type')).toBe('audio/mpeg')
  await expect(serve(server, { path: '/a.html?x=.mp3' })).rejects.toMatchObject({ code: 'recording_refused' })
})

test('compressed bytes are refused: their offsets would be others', async () => {
  await using server = await givenMedia(BYTES, { headers: { 'content-encoding': 'gzip' } })
  await expect(serve(server)).rejects.toMatchObject({ code: 'recording_refused' })
})

test.each([
  ['no range at all', {}],
  ['another range', { 'content-range': 'bytes 0-9/1000' }],
  ['a range beyond the wanted one', { 'content-range': 'bytes 10-29/1000' }],
])('a 206 that names %s is not passed on', async (_name, headers) => {
  await using server = await givenServer(json({}, 206, { 'content-type': 'audio/wav', ...headers }))
  const failure = { code: 'recording_unreachable' }
  await expect(serve(server, range('bytes=10-19'))).rejects.toMatchObject(failure)
})

test.each([429, 500, 503, 204])('a server that answers %i is not answering', async (status) => {
  await using server = await givenServer(json({}, status))
  for (const method of ['GET', 'HEAD']) {
    await expect(serve(server, { method })).rejects.toMatchObject({ code: 'recording_unreachable' })
  }
})

test('any range of any recording is answered with exactly its bytes', async () => {
  const wanted = fc.oneof(
    fc.tuple(fc.nat(1_100), fc.nat(1_100)).map(([from, to]) => ({ header: `bytes=${from}-${to}`, from, to })),
    fc.nat(1_100).map((from) => ({ header: `bytes=${from}-`, from, to: Infinity })),
    fc.nat(1_100).map((last) => ({ header: `bytes=-${last}`, from: Math.max(0, 1_000 - last), to: Infinity })),
  )
  await using server = await givenMedia(BYTES)
  await using stubborn = await givenMedia(BYTES, { ignoresRange: true })
  const property = fc.asyncProperty(wanted, fc.boolean(), async ({ header, from, to }, isStubborn) => {
    const response = await serve(isStubborn ? stubborn : server, range(header))
    const body = await bytesOf(response)
    if (to < from) expect([response.status, body]).toEqual([200, BYTES])
    else if (from >= 1_000) expect(response.status).toBe(416)
    else {
      expect([response.status, body]).toEqual([206, BYTES.subarray(from, to + 1)])
      expect(response.headers.get('content-range')).toBe(`bytes ${from}-${Math.min(to, 999)}/1000`)
    }
  })
  await fc.assert(property, { numRuns: 200 })
})
