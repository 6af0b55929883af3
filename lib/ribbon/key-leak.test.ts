// Must hold 1 and 12: no failure carries the key or its beginning, at any depth.
import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { givenClock } from './testing/clock'
import { givenServer, json, type Answer } from './testing/stub-server'
import { createTransport } from './transport'

const KEY = 'c0ffee00-0000-4000-8000-00005a3d1e00'
const BEGINNING = KEY.slice(0, 8)

/** Ribbon itself, or something before it, may repeat what it was sent. */
const echo =
  (code: number): Answer =>
  ({ headers }, response) =>
    response
      .writeHead(code, { 'x-echo': String(headers.authorization) })
      .end(`${headers.authorization?.slice(7)} is no JSON`)

const faults: [string, Answer][] = [
  ['an echoing 200', echo(200)],
  ['an echoing 401', echo(401)],
  ['an echoing 500', echo(500)],
  ['a redirect', json({}, 302, { location: 'http://127.0.0.1:9/' })],
  ['a rate limit', json({}, 429, { 'retry-after': '600' })],
  ['a reset', (request) => request.socket.destroy()],
  ['no HTTP at all', (request) => request.socket.end('Bearer? what is that')],
  ['silence', () => {}],
  [
    'a truncated body',
    (request, response) =>
      response.writeHead(200, { 'content-length': '9' }).write('{', () => request.socket.destroy()),
  ],
]

test.each(faults)('after %s the error, its fields and its causes are free of the key', async (_name, fault) => {
  await using server = await givenServer(fault)
  const { clock } = givenClock()
  const ask = createTransport({ url: server.url, key: KEY, clock, totalMs: 200 })

  const error: unknown = await ask({ method: 'GET', path: '/v1/ping' }).catch((reason: unknown) => reason)
  expect(error).toMatchObject({ name: 'DebriefError' })
  expect(inspect(error, { depth: Infinity, showHidden: true })).not.toContain(BEGINNING)
})
