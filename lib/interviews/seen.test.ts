import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const NAMED_IN_SQL = /\b(?:FROM|JOIN|UPDATE|INTO)\s+"?interviews\b/i
/** They write or search the table itself, or say what of it somebody sees, may give away, or names in vain. */
const ALLOWED = [
  ...['lib/mirror/', 'lib/search/', 'lib/db/'],
  ...['scope', 'scope-within', 'unknown-in-scope'].map((name) => `lib/auth/${name}.ts`),
]

test('no SQL outside of them names the table of interviews, past the relation and past the lint', () => {
  const files = ['lib', 'app'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  )
  const naming = files
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|\/testing\//.test(file))
    .filter((file) => NAMED_IN_SQL.test(readFileSync(file, 'utf8')))
  expect(naming.filter((file) => !ALLOWED.some((allowed) => file.startsWith(allowed)))).toEqual([])
  expect(naming).toContain('lib/auth/scope.ts')
})
