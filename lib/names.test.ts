import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const EXPORTED = /^export (?:default )?(?:async )?(?:const|function\*?|class|type|interface|let) (\w+)/gm
/** What Next asks for by its name. */
const OF_NEXT = /\/(?:page|layout|route|loading|error|not-found|global-error)\.tsx?$/

const files = ['app', 'components', 'lib']
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)))
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.|\/testing\//.test(name))

test('what is exported is so where it is written: no list of exports, no barrel', () => {
  const listing = files.filter(
    (file) => !OF_NEXT.test(file) && /^export (?:type )?[{*]/m.test(readFileSync(file, 'utf8')),
  )
  expect(listing).toEqual([])
})

test('each exported name means one thing', () => {
  const where = new Map<string, string[]>()
  for (const file of files)
    for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(EXPORTED))
      if (!OF_NEXT.test(file)) where.set(name, [...(where.get(name) ?? []), file])
  expect([...where].filter(([, exporting]) => exporting.length > 1)).toEqual([])
  expect(where.size).toBeGreaterThan(500)
})
