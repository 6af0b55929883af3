import { array, assert, constantFrom, oneof, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { returnPath, signInPath } from './return-path'

const OWN = 'https://debrief.example'

/** Where a browser ends up that follows the path from one of our pages. */
const destination = (path: string) => new URL(path, `${OWN}/sign-in`)

test('a page of ours comes back with its query and fragment', () => {
  expect(returnPath('/candidates/int_1?t=83.4&q=night%20shift#notes')).toBe(
    '/candidates/int_1?t=83.4&q=night%20shift#notes',
  )
})

test.each([
  'https://evil.example/candidates',
  'HTTPS:evil.example',
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/\r\n//evil.example',
  '\t//evil.example',
  ' //evil.example',
  '/.//evil.example',
  '/..//evil.example',
  '/%2e//evil.example',
  '/.\\\\evil.example',
  '/a/..//evil.example',
  'javascript:alert(1)',
  'data:text/html,x',
  '@evil.example',
  '//evil.example@debrief.example',
  'http:///evil.example',
  '',
])('%j leads to the front door', (wanted) => {
  expect(returnPath(wanted)).toBe('/review')
})

test('what is no page of ours to read, or would ask to sign in again, leads to the front door', () => {
  for (const wanted of ['/api/interviews', '/_next/static/x.js', '/sign-in?callbackUrl=%2Fsign-in', '/setup', null]) {
    expect(returnPath(wanted)).toBe('/review')
  }
})

test('whatever is asked for, a browser stays on our origin', () => {
  const piece = constantFrom(
    '/',
    '\\',
    '.',
    '..',
    '%2e',
    '%2f',
    '%5c',
    '\t',
    '\n',
    ':',
    '@',
    'evil.example',
    'https',
    '?',
    '#',
  )
  const hostile = array(oneof(piece, string({ maxLength: 3 })), { maxLength: 8 }).map((parts) => parts.join(''))

  assert(
    property(
      oneof(
        hostile,
        hostile.map((path) => `/${path}`),
        string({ unit: 'binary' }),
      ),
      (wanted) => {
        const path = returnPath(wanted)
        expect(destination(path).origin).toBe(OWN)
        expect(returnPath(path)).toBe(path)
      },
    ),
    { numRuns: 2000 },
  )
})

test('the sign-in page is told where to return to, unless it is the front door anyway', () => {
  expect(signInPath('/review')).toBe('/sign-in')
  expect(signInPath('/candidates?flow=f1&state=ready')).toBe(
    '/sign-in?callbackUrl=%2Fcandidates%3Fflow%3Df1%26state%3Dready',
  )
})
