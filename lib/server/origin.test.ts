import { beforeAll, expect, test } from 'vitest'
import { requireOwnOrigin } from './origin'
import { givenEnvironment } from '../auth/testing/environment'

beforeAll(() => givenEnvironment())

const refused = expect.objectContaining({ code: 'foreign_origin' })

const writing = (headers: Record<string, string>) => () =>
  requireOwnOrigin({ method: 'POST', headers: new Headers(headers) })

test('a change asked for by our own pages passes', () => {
  expect(writing({ origin: 'https://debrief.example' })).not.toThrow()
})

test('who only reads may come from anywhere', () => {
  for (const method of ['GET', 'HEAD', 'OPTIONS'])
    expect(() => requireOwnOrigin({ method, headers: new Headers({ origin: 'https://evil.example' }) })).not.toThrow()
})

test.each([
  'https://evil.example',
  'http://debrief.example',
  'https://debrief.example:8443',
  'https://debrief.example.evil.example',
  'https://sub.debrief.example',
  'null',
  '',
])('a change asked for from %j is refused', (origin) => {
  expect(writing({ origin })).toThrow(refused)
})

test('a change asked for from nowhere is refused, whatever its referrer', () => {
  expect(writing({ referer: 'https://debrief.example/candidates' })).toThrow(refused)
})
