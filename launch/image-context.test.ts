// Must hold 1: what a checkout has of secrets is in no layer of an image, nor in the repository.
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { SOURCES } from './build'

/** Whether a list lets a path in: of its patterns the last that fits the path, or a folder above it, decides. */
function letsIn(list: string, path: string): boolean {
  const patterns = readFileSync(list, 'utf8').split('\n')
  const fits = (pattern: string) => pattern !== '' && !pattern.startsWith('#') && regexOf(pattern).test(path)
  return patterns.findLast((pattern) => fits(pattern.replace(/^!/, '')))?.startsWith('!') ?? true
}

function regexOf(pattern: string): RegExp {
  const [star, anyFolder] = ['[^/]*', '(?:.*/)?']
  const parts = pattern.replaceAll('.', '\\.').split('**/')
  return new RegExp(`^${parts.map((part) => part.replaceAll('*', star)).join(anyFolder)}(?:/.*)?$`)
}

test.each([
  ...['.env', '.env.local', '.env.production', '.env.production.local', 'lib/.env', 'app/api/.env.production'],
  ...['.next/standalone/.env', '.data/postgres/1', 'debrief.dump', 'heads/debrief', 'compose.override.yaml'],
  ...['ribbon_api_key', 'secrets/ribbon_api_key', 'key.pem', '.git/config', 'test-results/trace.zip'],
])('no image is made from %s', (path) => {
  expect(letsIn('.dockerignore', path)).toBe(false)
})

test('an image is made from all that a build is', () => {
  for (const source of [...SOURCES, '.npmrc', 'lib/db/migrations/0000.sql', 'app/(app)/candidates/page.tsx']) {
    expect(letsIn('.dockerignore', source), source).toBe(true)
    if (SOURCES.includes(source)) expect(existsSync(source), source).toBe(true)
  }
})

test.each(['.env', '.env.local', '.env.production', '.env.staging', 'debrief.dump'])(
  '%s is not committed by mistake',
  (path) => {
    expect(letsIn('.gitignore', path)).toBe(false)
    expect(letsIn('.gitignore', '.env.example')).toBe(true)
  },
)
