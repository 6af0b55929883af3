// Must hold 12 (the key goes to one origin), 32 (faults), 33 (rate limits), 34 (one call for many who ask).
import { expect, test } from 'vitest'
import { givenClock } from './testing/clock'
import { givenServer, json, type Answer } from './testing/stub-server'
import { createTransport } from './transport'

const KEY = '00000000-0000-4000-8000-0000c0ffee00'
const PING = { method: 'GET', path: '/v1/ping' } as const
const POST = { method: 'POST', path: '/v1/interviews', body: { interview_flow_id: 'f' } } as const

const pong = json({ message: 'pong' })
const status = (code: number, headers: Record<string, string> = {}) => json({ message: 'no' }, code, headers)
const reset: Answer = (request) => request.socket.destroy()
const silent: Answer = () => {}
const declared: Answer = (_request, response) => response.end('"'.padEnd(2_000, 'x'))
const endless: Answer = (_request, response) => {
  const more = () => response.write('x'.repeat(500), (error) => (error ? undefined : more()))
  more()
}
const dripping: Answer = (_request, response) => response.write('{')
const truncated: Answer = (request, response) => {
  response.writeHead(200, { 'content-length': '1000' }).write('{"a":', () => request.socket.destroy())
}

function givenTransport(url: string, options: Partial<Parameters<typeof createTransport>[0]> = {}) {
  const { clock, slept, pass } = givenClock()
  return { ask: createTransport({ url, key: KEY, clock, ...options }), slept, pass }
}

test('the key goes in the Authorization header, under the path of the configured address', async () => {
  await using server = await givenServer(pong)
  const { ask } = givenTransport(`${server.url}/be-api`)

  await expect(ask(PING)).resolves.toEqual({ message: 'pong' })
  expect(server.requests[0]).toMatchObject({
    url: '/be-api/v1/ping',
    headers: { authorization: `Bearer ${KEY}`, host: server.host },
  })
})

test('a reply is read as JSON whatever its content type says', async () => {
  await using server = await givenServer(json({ message: 'pong' }, 200, { 'content-type': 'text/html' }))
  await expect(givenTransport(server.url).ask(PING)).resolves.toEqual({ message: 'pong' })
})

test('a body that is posted arrives as JSON', async () => {
  await using server = await givenServer(async (request, response) => {
    const chunks: Buffer[] = await request.toArray()
    response.end(Buffer.concat(chunks))
  })
  await expect(givenTransport(server.url).ask(POST)).resolves.toEqual(POST.body)
})

test.each([
  [400, 'ribbon_rejected'],
  [401, 'ribbon_unauthorized'],
  [403, 'ribbon_forbidden'],
  [404, 'ribbon_not_found'],
  [422, 'ribbon_not_found'],
  [304, 'ribbon_rejected'],
])('status %i fails at once as %s', async (code, failure) => {
  await using server = await givenServer(status(code))
  await expect(givenTransport(server.url).ask(PING)).rejects.toMatchObject({ code: failure, cause: code })
  expect(server.requests).toHaveLength(1)
})

test('a redirect is refused and nothing is sent where it points, least of all the key', async () => {
  await using elsewhere = await givenServer(pong)
  await using server = await givenServer(status(307, { location: elsewhere.url }))

  await expect(givenTransport(server.url).ask(PING)).rejects.toMatchObject({ code: 'ribbon_rejected' })
  expect(elsewhere.requests).toHaveLength(0)
})

test.each([
  ['a 5xx', status(503)],
  ['a 429', status(429)],
  ['a reset connection', reset],
  ['a truncated body', truncated],
])('after %s a GET is tried again', async (_fault, fault) => {
  await using server = await givenServer(fault, fault, pong)
  await expect(givenTransport(server.url).ask(PING)).resolves.toEqual({ message: 'pong' })
  expect(server.requests).toHaveLength(3)
})

test.each([
  ['ribbon_rejected', status(500)],
  ['ribbon_rate_limited', status(429)],
  ['ribbon_unreachable', reset],
  ['ribbon_unreachable', truncated],
])('a GET gives up with %s after three tries', async (failure, fault) => {
  await using server = await givenServer(fault)
  await expect(givenTransport(server.url).ask(PING)).rejects.toMatchObject({ code: failure })
  expect(server.requests).toHaveLength(3)
})

test.each([status(503), status(429), reset])('what is not a GET is never sent twice', async (fault) => {
  await using server = await givenServer(fault, pong)
  await expect(givenTransport(server.url).ask(POST)).rejects.toThrow()
  expect(server.requests).toHaveLength(1)
})

test('the waits between tries grow and are drawn at random', async () => {
  await using server = await givenServer(status(500))
  const { clock, slept } = givenClock({ random: 0.25 })
  await expect(givenTransport(server.url, { clock }).ask(PING)).rejects.toThrow()
  expect(slept).toEqual([250, 500])
})

test.each([
  ['seconds', '7'],
  ['a date', 'Mon, 23 Nov 2026 12:00:07 GMT'],
])('Retry-After in %s is honoured', async (_form, header) => {
  await using server = await givenServer(status(429, { 'retry-after': header }), pong)
  const { ask, slept } = givenTransport(server.url)
  await ask(PING)
  expect(slept.reduce((sum, ms) => sum + ms, 0)).toBe(7_000)
})

test('when Ribbon asks for long silence every call fails at once and unsent until it is over', async () => {
  await using server = await givenServer(status(429, { 'retry-after': '600' }), pong)
  const { ask, slept, pass } = givenTransport(server.url)

  await expect(ask(PING)).rejects.toMatchObject({ code: 'ribbon_rate_limited', retryAfterSeconds: 600 })
  pass(200_000)
  await expect(ask(PING)).rejects.toMatchObject({ code: 'ribbon_rate_limited', retryAfterSeconds: 400 })
  await expect(ask(POST)).rejects.toMatchObject({ code: 'ribbon_rate_limited' })
  expect(server.requests).toHaveLength(1)
  expect(slept).toEqual([])

  pass(400_000)
  await expect(ask(PING)).resolves.toEqual({ message: 'pong' })
})

test('a Retry-After of years silences us for a quarter of an hour', async () => {
  await using server = await givenServer(status(429, { 'retry-after': '9'.repeat(400) }), pong)
  const { ask, pass } = givenTransport(server.url)
  await expect(ask(PING)).rejects.toMatchObject({ code: 'ribbon_rate_limited' })
  pass(15 * 60_000)
  await expect(ask(PING)).resolves.toEqual({ message: 'pong' })
})

test('a reply over the limit is refused, whether it says its length or not', async () => {
  for (const answer of [declared, endless]) {
    await using server = await givenServer(answer)
    const { ask } = givenTransport(server.url, { maxBytes: 1_000 })
    await expect(ask(PING)).rejects.toMatchObject({ code: 'ribbon_unreadable' })
  }
})

test.each(['', '{"a":', '<html>', 'NaN'])('%j is no JSON and is not asked for again', async (body) => {
  await using server = await givenServer((_request, response) => response.end(body))
  await expect(givenTransport(server.url).ask(PING)).rejects.toMatchObject({ code: 'ribbon_unreadable' })
  expect(server.requests).toHaveLength(1)
})

test('a server that never finishes is given up at the deadline', async () => {
  for (const answer of [silent, dripping]) {
    await using server = await givenServer(answer)
    const { ask } = givenTransport(server.url, { totalMs: 50, clock: undefined })
    await expect(ask(PING)).rejects.toMatchObject({ code: 'ribbon_unreachable' })
  }
})

test('a port on which nobody listens is unreachable', async () => {
  const closed = await givenServer(pong)
  await closed[Symbol.asyncDispose]()
  await expect(givenTransport(closed.url).ask(PING)).rejects.toMatchObject({ code: 'ribbon_unreachable' })
})

test('a hundred who ask the same at once cause one call, the next after it another', async () => {
  await using server = await givenServer(pong)
  const { ask } = givenTransport(server.url)
  const replies = await Promise.all(Array.from({ length: 100 }, () => ask(PING)))
  expect(replies).toHaveLength(100)
  expect(server.requests).toHaveLength(1)

  await ask(PING)
  expect(server.requests).toHaveLength(2)
})

test('who wants to know when it is sent joins no call that is under way, and a retry counts as sent when it was', async () => {
  const held: (() => void)[] = []
  const answers: Answer[] = [(request, response) => void held.push(() => pong(request, response)), status(503), pong]
  await using server = await givenServer(...answers)
  const { ask } = givenTransport(server.url)
  const sent: string[] = []
  const first = ask(PING, async () => void sent.push('first'))
  await expect.poll(() => held.length).toBe(1)
  await ask(PING, async () => void sent.push('second'))
  expect(sent).toEqual(['first', 'second', 'second'])
  held[0]?.()
  await first
  expect(server.requests).toHaveLength(3)
})

test('a call that waits for others to end counts as sent when it is', async () => {
  const held: (() => void)[] = []
  await using server = await givenServer((request, response) => void held.push(() => pong(request, response)))
  const { ask } = givenTransport(server.url)
  const sent: number[] = []
  const calls = [0, 1, 2, 3, 4].map((index) => ask(PING, async () => void sent.push(index)))
  await expect.poll(() => held.length).toBe(4)
  expect(sent).toEqual([0, 1, 2, 3])
  held[0]?.()
  await expect.poll(() => held.length).toBe(5)
  expect(sent).toEqual([0, 1, 2, 3, 4])
  for (const answer of held.slice(1)) answer()
  await Promise.all(calls)
})

test('what is posted is never shared', async () => {
  await using server = await givenServer(json({}))
  const { ask } = givenTransport(server.url)
  await Promise.all([ask(POST), ask(POST)])
  expect(server.requests).toHaveLength(2)
})

test('at most four calls are under way', async () => {
  let underWay = 0
  let most = 0
  const counting: Answer = (_request, response) => {
    most = Math.max(most, (underWay += 1))
    setImmediate(() => {
      underWay -= 1
      response.end('{}')
    })
  }
  await using server = await givenServer(counting)
  const { ask } = givenTransport(server.url)
  await Promise.all(Array.from({ length: 20 }, (_, index) => ask({ method: 'GET', path: `/v1/interviews/${index}` })))
  expect(server.requests).toHaveLength(20)
  expect(most).toBeGreaterThan(1)
  expect(most).toBeLessThanOrEqual(4)
})
