import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

test('decisions are numbered one after another, each once, in their titles too', () => {
  const folder = join(import.meta.dirname, 'decisions')
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .toSorted()
  expect(files.map((name) => Number.parseInt(name, 10))).toEqual(files.map((_, at) => at + 1))
  for (const [at, name] of files.entries())
    expect(readFileSync(join(folder, name), 'utf8')).toMatch(new RegExp(`^# ${at + 1}\\. `))
})
