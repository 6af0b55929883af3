import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const KEEPS = /\b(useSWR\w*|mutate)(<[^(]*>)?\(/
const LITERAL = /\b(useSWR\w*|mutate)(<[^(]*>)?\(\s*['"`[]/

const users = readdirSync('components', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.'))
  .map((name) => ({ name, text: readFileSync(join('components', name), 'utf8') }))
  .filter(({ text }) => KEEPS.test(text))

test('whoever reads through SWR, or changes what it keeps, names a key of swr-keys.ts', () => {
  expect(users.length).toBeGreaterThan(10)
  const writers = users.filter(({ text }) => !text.includes("/swr-keys'") || LITERAL.test(text))
  expect(writers.map(({ name }) => name)).toEqual([])
})
