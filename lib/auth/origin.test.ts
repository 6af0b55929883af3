import { beforeAll, expect, test } from 'vitest'
import { requireOwnOrigin } from './origin'
import { givenEnvironment } from './testing/environment'

beforeAll(() => givenEnvironment())

const refused = expect.objectContaining({ code: 'foreign_origin' })

test('a request from our own pages passes', () => {
  expect(() => requireOwnOrigin(new Headers({ origin: 'https://debrief.example' }))).not.toThrow()
})

test.each([
  'https://evil.example',
  'http://debrief.example',
  'https://debrief.example:8443',
  'https://debrief.example.evil.example',
  'https://sub.debrief.example',
  'null',
  '',
])('a request from %j is refused', (origin) => {
  expect(() => requireOwnOrigin(new Headers({ origin }))).toThrow(refused)
})

test('a request that does not say where it comes from is refused, whatever its referrer', () => {
  expect(() => requireOwnOrigin(new Headers({ referer: 'https://debrief.example/candidates' }))).toThrow(refused)
})
