import { afterEach, expect, test, vi } from 'vitest'
import { drawAnew } from './draw-anew'
import { fetchJson } from './fetch-json'
import { tabMember } from './tab-member'

vi.mock('./draw-anew')
vi.mock('./tab-member')

const answer = (body: string, status: number) =>
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(body, { status })))
const problem = { title: 'Your role does not allow that.', code: 'forbidden', id: 'a1', status: 403 }

afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetAllMocks()
})

test('an answer is what it says', async () => {
  answer('{"a":1}', 200)
  expect(await fetchJson('/api/a')).toEqual({ a: 1 })
})

test('a refusal is told with its sentence, its code and its id', async () => {
  answer(JSON.stringify(problem), 403)
  await expect(fetchJson('/api/a')).rejects.toMatchObject({ message: problem.title, code: 'forbidden', id: 'a1' })
})

test('a refusal that says what to change is told with that', async () => {
  answer(JSON.stringify({ ...problem, detail: 'Ask an admin.' }), 403)
  await expect(fetchJson('/api/a')).rejects.toMatchObject({ message: `${problem.title} Ask an admin.` })
})

test.each([
  '',
  '<html>',
  'null',
  '[]',
  '"no"',
  JSON.stringify({ ...problem, code: 403 }),
  JSON.stringify({ title: 'x' }),
])('a failure that does not say what it is: %s', async (body) => {
  answer(body, 502)
  await expect(fetchJson('/api/a')).rejects.toMatchObject({ code: 'unexpected', id: null })
})

test('where nobody answers it says so', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')))
  await expect(fetchJson('/api/a')).rejects.toMatchObject({ code: 'offline', id: null })
})

test('every request says whom its page was drawn for; on a page for strangers it says nothing', async () => {
  const asked: Headers[] = []
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    asked.push(new Headers(init.headers))
    return Promise.resolve(new Response(JSON.stringify({ url })))
  })
  vi.mocked(tabMember).mockReturnValueOnce(null).mockReturnValue({ id: 'ada', email: 'ada@example.com' })
  await fetchJson('/api/a')
  await fetchJson('/api/a')
  await fetchJson('/api/a', {
    method: 'PUT',
    body: '{}',
    headers: { 'content-type': 'application/json' },
  })
  expect(asked.map((headers) => headers.get('x-debrief-member'))).toEqual([null, 'ada', 'ada'])
  expect(asked[2]?.get('content-type')).toBe('application/json')
})

test('where somebody else is signed in by now the tab is drawn anew; no other refusal does that', async () => {
  answer(JSON.stringify(problem), 403)
  await expect(fetchJson('/api/a')).rejects.toMatchObject({ code: 'forbidden' })
  expect(drawAnew).not.toHaveBeenCalled()

  const detail = 'You are signed in as grace@example.com here now.'
  answer(JSON.stringify({ ...problem, code: 'another_member', detail, status: 409 }), 409)
  await expect(fetchJson('/api/a')).rejects.toMatchObject({ message: expect.stringContaining(detail) })
  expect(drawAnew).toHaveBeenCalledOnce()
})

test('what changes something outlives its page, as far as browsers carry that; what reads does not', async () => {
  const asked: [string, boolean | undefined][] = []
  const done: (() => void)[] = []
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    asked.push([url, init.keepalive])
    return new Promise<Response>((resolve) => {
      done.push(() => resolve(new Response('{}')))
    })
  })
  const half = 'é'.repeat(20_000)
  const reading = fetchJson('/read')
  const first = fetchJson('/first', { method: 'PUT', body: half })
  const second = fetchJson('/second', { method: 'PUT', body: half })
  const withdrawal = fetchJson('/withdrawal', { method: 'DELETE' })
  for (const finish of done) finish()
  await Promise.all([reading, first, second, withdrawal])
  const third = fetchJson('/third', { method: 'POST', body: half })
  done.at(-1)?.()
  await third
  const outlives = { '/read': false, '/first': true, '/second': false, '/withdrawal': true, '/third': true }
  expect(Object.fromEntries(asked)).toEqual(outlives)
})
