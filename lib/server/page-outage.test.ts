import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { beforeAll, expect, test } from 'vitest'
import { compressAnswers } from './compress-answers'
import { fontFace } from './outage-page'
import { answerOutages, noteOutage } from './page-outage'

beforeAll(() => {
  compressAnswers()
  answerOutages()
})

const AWAY = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })

/** What is answered to a page where Next answers as it does to one that has failed with this error. */
async function ask(path: string, error: unknown, { status = 500, method = 'GET' } = {}) {
  const server = createServer((request, response) => {
    noteOutage(error, request.headers)
    response.setHeader('content-security-policy', "script-src 'nonce-abc='")
    response.statusCode = status
    response.setHeader('content-type', 'text/html')
    response.flushHeaders()
    response.write('what Next ')
    response.end('would say')
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { method })
  const page = await response.text()
  server.close()
  return { status: response.status, again: response.headers.get('retry-after'), page }
}

test('a page that fails since the database is away is 503, with a page that says so and comes back', async () => {
  const { status, again, page } = await ask('/candidates', new Error('a query failed', { cause: AWAY }))
  expect([status, again]).toEqual([503, '5'])
  expect(page).toContain('The database is not answering. What was saved is safe')
  expect(page).toContain('<script nonce="abc=">')
  expect(page).not.toContain('would say')
})

test('that page has the font of all the others by the name that the build gave it, and none where nothing was built', () => {
  const built = ['inter-latin-ext-wght-normal.3g.woff2', 'inter-latin-extended-a.32.woff2', 'inter-latin.3_h.woff2']
  expect(fontFace(built)).toContain("font-family: 'Inter Variable'")
  expect(fontFace(built)).toContain('url(/_next/static/media/inter-latin.3_h.woff2)')
  expect(fontFace([])).toBe('')
})

test('nobody is told of it who asked for the head alone', async () => {
  expect(await ask('/candidates', AWAY, { method: 'HEAD' })).toEqual({ status: 503, again: '5', page: '' })
})

test.each([
  ['/candidates', new Error('of another kind'), 500],
  ['/candidates', AWAY, 200],
  ['/api/interviews', AWAY, 500],
  ['/_next/static/a.js', AWAY, 500],
])('%s that fails with %s and is answered with %i is left as it is', async (path, error, status) => {
  expect(await ask(path, error, { status })).toEqual({ status, again: null, page: 'what Next would say' })
})
