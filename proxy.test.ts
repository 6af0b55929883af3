import { NextRequest } from 'next/server'
import { beforeAll, expect, test } from 'vitest'
import { givenEnvironment } from './lib/auth/testing/environment'
import { proxy } from './proxy'

beforeAll(() => givenEnvironment())

const ask = (path: string, { method = 'GET', origin }: { method?: string; origin?: string } = {}) =>
  proxy(new NextRequest(`https://debrief.example${path}`, { method, headers: origin ? { origin } : {} }))

/** What the page behind gets to see, as Next hands it on. */
const passedOn = (response: Response, header: string) => response.headers.get(`x-middleware-request-${header}`)

test('a nonce never repeats, and the page gets the one the browser gets', () => {
  const policies = Array.from({ length: 100 }, () => {
    const response = ask('/candidates')
    expect(passedOn(response, 'content-security-policy')).toBe(response.headers.get('content-security-policy'))
    return response.headers.get('content-security-policy')
  })
  expect(new Set(policies).size).toBe(100)
})

test('the page learns which path was asked for, without Next’s own parameter', () => {
  expect(passedOn(ask('/candidates/int_1?t=83.4&_rsc=1x2y'), 'x-debrief-path')).toBe('/candidates/int_1?t=83.4')
  expect(passedOn(ask('/flows?_rsc=1x2y'), 'x-debrief-path')).toBe('/flows')
})

test('a path that the client claims is replaced', () => {
  const request = new NextRequest('https://debrief.example/flows', { headers: { 'x-debrief-path': '//evil.example' } })
  expect(passedOn(proxy(request), 'x-debrief-path')).toBe('/flows')
})

test.each(['POST', 'PUT', 'PATCH', 'DELETE'])('%s needs our own origin', (method) => {
  for (const origin of [undefined, 'null', 'https://evil.example']) {
    const response = ask('/api/interviews/int_1', { method, origin })
    expect(response.status).toBe(403)
    expect(response.headers.get('content-security-policy')).toContain("object-src 'none'")
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  }
  expect(ask('/api/interviews/int_1', { method, origin: 'https://debrief.example' }).status).toBe(200)
})

test('webhooks are signed instead', () => {
  expect(ask('/api/webhooks/ribbon', { method: 'POST' }).status).toBe(200)
  expect(ask('/api/webhooks-of-others', { method: 'POST' }).status).toBe(403)
})
