import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const namesIn = (path: string, pattern: RegExp) =>
  Array.from(readFileSync(path, 'utf8').matchAll(pattern), ([, name]) => name)

test('what is named is drawn, and nothing else', () => {
  const named = namesIn('components/ui/icons.tsx', /= icon\('(.*)'\)/g)
  expect(named.length).toBeGreaterThan(10)
  expect(namesIn('app/icons.css', /^\.icon-(\S+) \{/gm)).toEqual(named)
})
