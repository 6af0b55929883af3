import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const page = readFileSync('docs/process.md', 'utf8')
const lifecycle = readFileSync('lib/server/lifecycle/lifecycle.ts', 'utf8')

test('the page lists what is patched into the process, and where that stands', () => {
  const imported = Array.from(
    lifecycle.matchAll(/import \{ (\w+) \} from '\.\.\/([\w-]+)'/g),
    ([, name = '', file]) => ({
      name,
      file: `lib/server/${file}.ts`,
    }),
  )
  const around = imported.filter(({ file }) => readFileSync(file, 'utf8').includes('onRequestStart('))
  const rows = Array.from(page.matchAll(/^\| `(\w+)` +\| `([^`]+)`/gm), ([, name, file]) => ({ name, file }))
  const patches = around.filter(({ name }) => name !== 'onRequestStart')
  expect(rows.toSorted(byName)).toEqual(patches.toSorted(byName))
  for (const { name } of imported) expect(page, name).toContain(`\`${name}\``)
})

function byName(one: { name?: string | undefined }, other: { name?: string | undefined }): number {
  return (one.name ?? '') < (other.name ?? '') ? -1 : 1
}
