import { afterEach, expect, test, vi } from 'vitest'
import { fetchJson } from './fetch-json'

const answer = (body: string, status: number) =>
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(body, { status })))
const problem = { title: 'Your role does not allow that.', code: 'forbidden', id: 'a1', status: 403 }

afterEach(() => void vi.unstubAllGlobals())

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
