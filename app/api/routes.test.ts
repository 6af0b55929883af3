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
  expect(
    whose((source) =>
      /\bnew (?!DebriefError\b)\w*Error\(|\bthrow (?!new DebriefError\b)|\bstatus:\s*[45]/.test(source),
    ),
  ).toEqual([])
  expect(whose((source) => OWN_ANSWER.test(source)).toSorted()).toEqual(ANSWERS_ITSELF.toSorted())
})

test('each handler is one of `route`, which refuses other sites and other members', () => {
  const others = whose((source) => handlersOf(source).some((handler) => !isGuarded(source, handler)))
  expect(others.toSorted()).toEqual(['app/api/auth/backchannel-logout/route.ts', 'app/api/webhooks/ribbon/route.ts'])
  expect(whose((source) => handlersOf(source).length === 0)).toEqual([])
})

/** By the names that they have in the file, however they are exported; anything else that is exported counts as one. */
function handlersOf(source: string): string[] {
  const listed = Array.from(source.matchAll(/^export \{([^}]*)\}/gm), ([, names = '']) => names.split(','))
  const own = Array.from(source.matchAll(/^export (?!\{|type\b)(?:async |const |let |function |default )*(\w*)/gm))
  return [...listed.flat().map((name) => name.trim().split(' ')[0] ?? ''), ...own.map(([, name = '']) => name)]
}

function isGuarded(source: string, handler: string): boolean {
  return source.includes(`const ${handler} = route(`) || source.includes(`const ${handler} = GET\n`)
}
