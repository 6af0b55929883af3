import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const EXPORTED = /^export (?:default )?(?:async )?(?:const|function\*?|class|type|interface|let) (\w+)/gm
/** What Next asks for by its name. */
const OF_NEXT = /\/(?:page|layout|route|loading|error|not-found|global-error)\.tsx?$/

test('each exported name means one thing', () => {
  const files = ['app', 'components', 'lib'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  )
  const where = new Map<string, string[]>()
  for (const file of files.filter((name) => /\.tsx?$/.test(name) && !/\.test\.|\/testing\//.test(name)))
    for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(EXPORTED))
      if (!OF_NEXT.test(file)) where.set(name, [...(where.get(name) ?? []), file])
  expect([...where].filter(([, exporting]) => exporting.length > 1)).toEqual([])
  expect(where.size).toBeGreaterThan(500)
})
