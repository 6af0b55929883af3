import { afterEach, expect, test } from 'vitest'
import { readSamples } from './samples'
import { complaints, givenSandbox } from './testing/client'
import type { Interview } from './wire'

const { ask, send, control } = await givenSandbox()
const recorded = readSamples().interviews.find(({ interview_data }) => interview_data?.audio_url)
const recording = `/recordings/${recorded?.interview_data?.audio_url?.split('/').at(-1)}`

function order(fault: object, rest: object = {}) {
  return control<{ id: string }>('/faults', { method: 'POST', body: { route: '/v1/interviews', fault, ...rest } })
}

const LIST = '/v1/interviews'

type Requests = { counts: Record<string, number>; requests: { path: string; authorized: boolean; aborted: boolean }[] }

afterEach(() => control('/faults', { method: 'DELETE' }))

test('a fault hits its route alone, under both bases, until it is cleared', async () => {
  expect((await order({ kind: 'status', status: 503 })).id).toBeTypeOf('string')
  await ask(LIST, 'error', { status: 503 })
  await ask(`/be-api${LIST}/any`, 'error', { status: 503 })
  await ask('/v1/interview-flows', 'flows')
  await control('/faults', { method: 'DELETE' })
  await ask(LIST, 'interviews')
})

test('a fault with a method and a number of times is used up by them', async () => {
  await order({ kind: 'status', status: 500 }, { method: 'get', times: 2 })
  await ask(LIST, 'bodyErrors', { method: 'POST', body: {}, status: 422 })
  await ask(LIST, 'error', { status: 500 })
  await ask(LIST, 'error', { status: 500 })
  await ask(LIST, 'interviews')
})

test('a late reply is the genuine one', async () => {
  await order({ kind: 'latency', ms: 300 })
  const begun = performance.now()
  await ask(`${LIST}?limit=2`, 'interviews')
  expect(performance.now() - begun).toBeGreaterThanOrEqual(299)
})

test.each([
  ['it is let go', '/held'],
  ['faults are cleared', '/faults'],
])('a reply that is held is the genuine one, and comes once %s', async (_, path) => {
  await control('/requests', { method: 'DELETE' })
  await order({ kind: 'held' }, { times: 1 })
  const answered: string[] = []
  const held = ask(`${LIST}?limit=2`, 'interviews').then(() => answered.push('held'))
  await expect.poll(async () => (await control<Requests>('/requests')).requests).toHaveLength(1)
  await ask(LIST, 'interviews').then(() => answered.push('prompt'))
  await control(path, { method: 'DELETE' })
  await held
  expect(answered).toEqual(['prompt', 'held'])
})

test.each([
  { kind: 'latency', ms: 1 },
  { kind: 'drip', ms: 0 },
])('a %j keeps the range and length of a recording', async (fault) => {
  await order(fault, { route: '/recordings' })
  const response = await send(recording, { headers: { range: 'bytes=10-41' } })
  expect(response.status).toBe(206)
  expect(response.headers.get('content-length')).toBe('32')
  expect((await response.arrayBuffer()).byteLength).toBe(32)
})

test.each([
  [7, /^7$/],
  ['date', /GMT$/],
])('a rate limit can say when to come back: %j', async (retryAfter, header) => {
  await order({ kind: 'rate_limit', retryAfter })
  const response = await send(LIST)
  expect(response.status).toBe(429)
  expect(response.headers.get('retry-after')).toMatch(header)
})

test('a rate limit can be silent about it', async () => {
  await order({ kind: 'rate_limit' })
  expect((await send(LIST)).headers.get('retry-after')).toBeNull()
})

test('a reset connection gives no reply at all and is not blamed on the client', async () => {
  await control('/requests', { method: 'DELETE' })
  await order({ kind: 'reset' })
  await expect(send(LIST)).rejects.toThrow('fetch failed')
  const { requests } = await control<Requests>('/requests')
  expect(requests).toMatchObject([{ path: LIST, aborted: false }])
})

test.each([LIST, recording])('a truncated %s promises more than it sends', async (path) => {
  await order({ kind: 'truncate' }, { route: path })
  const response = await send(path)
  expect(response.status).toBe(200)
  expect(Number(response.headers.get('content-length'))).toBeGreaterThan(100)
  await expect(response.arrayBuffer()).rejects.toThrow('terminated')
})

test('a dripping reply is complete in the end', async () => {
  await order({ kind: 'drip', ms: 1 }, { route: '/v1/teams' })
  await ask('/v1/teams', 'teams')
})

test('a reply of the wrong shape is JSON all the same', async () => {
  await order({ kind: 'wrong_schema' })
  const response = await send(LIST)
  expect(response.status).toBe(200)
  expect(complaints('interviews', await response.json())).not.toBeNull()
})

test('one item of a list can be broken while the others are sound', async () => {
  const { interviews: sound } = await ask<{ interviews: Interview[] }>(LIST, 'interviews')
  await order({ kind: 'wrong_schema', item: true })
  const { interviews } = (await (await send(LIST)).json()) as { interviews: Interview[] }
  const broken = interviews.filter((interview) => complaints('interviewOfAnyAge', interview) !== null)
  expect(interviews.map(({ interview_id: id }) => id)).toEqual(sound.map(({ interview_id: id }) => id))
  expect(broken).toHaveLength(1)
})

test('a huge body has the megabytes that were ordered', async () => {
  await order({ kind: 'huge_body', megabytes: 3 })
  const body = await (await send(LIST)).arrayBuffer()
  expect(body.byteLength).toBeGreaterThan(3_000_000)
})

test('a malformed reply has its whole length and is no JSON', async () => {
  const sound = await (await send(LIST)).text()
  await order({ kind: 'malformed' })
  const malformed = await (await send(LIST)).text()
  expect(malformed).toHaveLength(sound.length)
  expect(() => JSON.parse(malformed) as unknown).toThrow(SyntaxError)
})

test('one item of a list, or a reply without one, can be nested as deep as was ordered', async () => {
  await order({ kind: 'deep', depth: 5_000 })
  for (const path of [LIST, `${LIST}/${recorded?.interview_id}`])
    expect((await (await send(path)).text()).split('['.repeat(5_000))).toHaveLength(2)
})

async function listedIds(query: string) {
  const reply = (await (await send(LIST + query)).json()) as { interviews: Interview[] }
  return reply.interviews.map(({ interview_id: id }) => id)
}

test('a list can be without its items, or full at every offset', async () => {
  await order({ kind: 'empty_list' }, { times: 1 })
  expect(await listedIds('')).toEqual([])
  await order({ kind: 'endless_list' })
  const ids = [...(await listedIds('?limit=7&offset=0')), ...(await listedIds('?limit=7&offset=1000000'))]
  expect(new Set(ids).size).toBe(14)
})

test('a wrong content type is HTML', async () => {
  await order({ kind: 'content_type' })
  expect((await send(LIST)).headers.get('content-type')).toBe('text/html')
})

test('a redirect leads where it was told to', async () => {
  await order({ kind: 'redirect', location: 'http://127.0.0.2/elsewhere' })
  const response = await send(LIST)
  expect([response.status, response.headers.get('location')]).toEqual([302, 'http://127.0.0.2/elsewhere'])
})

test('an order that makes no sense is refused', async () => {
  for (const fault of [{ kind: 'earthquake' }, { kind: 'status', status: 200 }, { kind: 'latency' }]) {
    const body = { route: '/v1', fault }
    await ask('/control/faults', 'bodyErrors', { method: 'POST', body, status: 422 })
  }
})

test('refused and faulty calls count like any other', async () => {
  await control('/requests', { method: 'DELETE' })
  await order({ kind: 'status', status: 503 }, { times: 1 })
  await order({ kind: 'latency', ms: 1 }, { times: 1 })
  await ask(LIST, 'error', { status: 503 })
  await ask(`${LIST}?limit=1`, 'interviews')
  await ask(LIST, 'error', { headers: { authorization: '' }, status: 401 })
  await ask('/v1/nothing', 'error', { status: 404 })
  const { counts } = await control<Requests>('/requests')
  expect(counts).toEqual({ 'GET /v1/interviews': 3, 'GET elsewhere': 1 })
})

test('the log counts calls by route and keeps no header', async () => {
  await control('/requests', { method: 'DELETE' })
  await ask('/be-api/v1/teams', 'teams')
  await ask(`${LIST}/${recorded?.interview_id}`, 'interviewOfAnyAge')
  await send('/', { headers: { authorization: '' } })
  const log = await control<Requests>('/requests')
  expect(log.counts).toEqual({ 'GET /v1/teams': 1, 'GET /v1/interviews/{interview_id}': 1, 'GET /': 1 })
  expect(log.requests).toMatchObject([
    { path: '/v1/teams', authorized: true, aborted: false },
    { path: `${LIST}/${recorded?.interview_id}`, authorized: true, aborted: false },
    { path: '/' },
  ])
  expect(JSON.stringify(log)).not.toContain('Bearer')
})
