import { expect, test } from 'vitest'
import { excessOf } from '../testing/cpu-cost'
import { subtitleParts } from './subtitle-parts'

const prepare = (size: number) => {
  const words = Array.from({ length: size }, (_, at) => ({ from: at * 4, to: at * 4 + 3, start: at, end: at + 1 }))
  const corrections = words.map(({ from, to }) => ({ segment: 0, from, to, original: 'ran', replacement: 'led' }))
  return () => subtitleParts('ran '.repeat(size), words, corrections)
}

test('words of a segment × what of it is corrected cost what both together do, not their product', () => {
  expect(excessOf(prepare, 600)).toBeLessThan(1)
})
