import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** Their answers are not ours to shape, or have a status that `answer` has not. */
const ANSWERS_ITSELF = ['app/api/webhooks/ribbon/route.ts', 'app/api/setup/route.ts']
const OWN_ANSWER = /new (?:Next)?Response\(|(?:Next)?Response\.(?:json|error|redirect)\(/

const routes = readdirSync('app/api', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('route.ts'))
  .map((name) => join('app/api', name))
const sources = new Map(routes.map((route) => [route, readFileSync(route, 'utf8')]))
const whose = (holds: (source: string) => boolean) => routes.filter((route) => holds(sources.get(route) ?? ''))

test('a route fails by the one table of errors, never by an error or a status of its own', () => {
  expect(whose((source) => /\bnew Error\(|\bstatus:\s*[45]/.test(source))).toEqual([])
  expect(whose((source) => OWN_ANSWER.test(source)).toSorted()).toEqual(ANSWERS_ITSELF.toSorted())
})

test('a route is one of `route`, which refuses other sites and other members', () => {
  expect(whose((source) => !/= route\(/.test(source))).toEqual(['app/api/webhooks/ribbon/route.ts'])
})
