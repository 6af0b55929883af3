// What a browser loads before anybody does anything, as far as imports tell.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadedWith } from '@/lib/testing/imports'

/** What checks a value that comes from outside, what asks the database, and what each failure is called. */
const ON_THE_SERVER = ['zod', 'drizzle-orm', 'lib/errors.ts']

const isClient = (file: string) => /^\s*'use client'/.test(readFileSync(file, 'utf8'))
const entries = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\/(?:page|layout|error|not-found|loading)\.tsx$/.test(`/${name}`))
  .map((name) => join('app', name))

/** Each file or package that comes with these, with the path of imports by which it does. */
function comingWith(files: string[]): Map<string, string[]> {
  const paths = new Map(files.map((file) => [file, [file]]))
  for (const [file, path] of paths) {
    if (!existsSync(file)) continue
    for (const next of loadedWith(file)) if (!paths.has(next)) paths.set(next, [...path, next])
  }
  return paths
}

/** What a page's client components have the browser load, by whatever path of imports. */
function loadedFirst(): Map<string, string[]> {
  const clients = [...comingWith(entries).keys()].filter((file) => existsSync(file) && isClient(file))
  expect(clients.length).toBeGreaterThan(100)
  return comingWith(clients)
}

test('no page has the browser load what is the server’s alone, by whatever path of imports', () => {
  const loaded = loadedFirst()
  expect(ON_THE_SERVER.flatMap((name) => loaded.get(name)?.join(' imports ') ?? [])).toEqual([])
})

/** To make a dozen of them takes a phone some ten milliseconds. */
const MADE_AT_ONCE = /^(?:export )?const \w+ =\s*(?:new RegExp\(|\/.*\\p\{)/m

test('no page has the browser make a pattern of Unicode classes before it is asked for', () => {
  const files = [...loadedFirst().keys()].filter((file) => /\.tsx?$/.test(file) && existsSync(file))
  expect(files.filter((file) => MADE_AT_ONCE.test(readFileSync(file, 'utf8')))).toEqual([])
})
