import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const namesIn = (path: string, pattern: RegExp) =>
  Array.from(readFileSync(path, 'utf8').matchAll(pattern), ([, name]) => name)

test('what is named is drawn, and nothing else', () => {
  const named = namesIn('components/ui/icons.tsx', /= icon\('(.*)'\)/g)
  expect(named.length).toBeGreaterThan(10)
  expect(namesIn('app/icons.css', /^\.icon-(\S+) \{/gm)).toEqual(named)
})

test('each icon stands in the picture where its class looks for it', () => {
  const css = readFileSync('app/icons.css', 'utf8')
  const heights = Array.from(css.matchAll(/translate\(0 (\d+)\)/g), ([, height]) => Number(height) / 24)
  const places = Array.from(css.matchAll(/mask-position: 0 ([\d.]+)%/g), ([, place]) => Number(place) / 100)
  expect(css).toContain(`mask-size: 100% ${100 * heights.length}%;`)
  expect(places.map((place) => Math.round(place * (heights.length - 1)))).toEqual(heights)
})
