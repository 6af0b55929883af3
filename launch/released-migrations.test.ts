import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findRewritten, freezeMigrations, readReleases } from './released-migrations'

/** Of a time when migrations were still rewritten. */
const BEFORE_ANY_RELEASE = '0.1.0'

function givenMigrations(files: Record<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), 'migrations-'))
  mkdirSync(join(folder, 'meta'))
  write(folder, files)
  return folder
}

function write(folder: string, files: Record<string, string>) {
  const entries = Object.keys(files).map((tag) => ({ tag }))
  writeFileSync(join(folder, 'meta/_journal.json'), JSON.stringify({ entries }))
  for (const [tag, text] of Object.entries(files)) writeFileSync(join(folder, `${tag}.sql`), text)
}

test('no migration that was released has changed', () => {
  expect(findRewritten()).toEqual([])
})

test('the version in package.json has its migrations frozen: npm run freeze does it', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
  const frozen = readReleases().map((release) => release.version)
  expect([BEFORE_ANY_RELEASE, ...frozen]).toContain(version)
})

test.each([
  ['changed', { one: 'CREATE TABLE other ()', two: 'two' }],
  ['removed', { two: 'two' }],
  ['preceded by another', { zero: 'zero', one: 'one', two: 'two' }],
  ['in another place', { two: 'two', one: 'one' }],
  ['changed by a single space', { one: 'one ', two: 'two' }],
])('a released migration that is %s is noticed', (_, files) => {
  const folder = givenMigrations({ one: 'one' })
  freezeMigrations('0.2.0', folder)
  write(folder, files)
  expect(findRewritten(folder)).toEqual([
    'one was released with 0.2.0 and may not change: restore it, and add a new migration.',
  ])
})

test('what came after the last release may still change, and a release freezes only what is new', () => {
  const folder = givenMigrations({ one: 'one' })
  freezeMigrations('0.2.0', folder)
  write(folder, { one: 'one', two: 'two' })
  write(folder, { one: 'one', two: 'rewritten' })
  expect(findRewritten(folder)).toEqual([])

  freezeMigrations('0.3.0', folder)
  expect(readReleases(folder).map(({ migrations }) => migrations.map(({ tag }) => tag))).toEqual([['one'], ['two']])
  write(folder, { one: 'one', two: 'two' })
  expect(findRewritten(folder)).toHaveLength(1)
})

test('a version is frozen once, and nothing rewritten is frozen', () => {
  const folder = givenMigrations({ one: 'one' })
  freezeMigrations('0.2.0', folder)
  expect(() => freezeMigrations('0.2.0', folder)).toThrow('Raise the version')
  write(folder, { one: 'another' })
  expect(() => freezeMigrations('0.3.0', folder)).toThrow('may not change')
})
