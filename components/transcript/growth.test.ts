import { expect, test } from 'vitest'
import { compactWords } from '@/lib/transcript/words'
import { excessOf } from '@/lib/testing/cpu-cost'
import { piecesAt } from './segment-text'
import { WordIndex } from './word-index'

const many = <T>(count: number, make: (index: number) => T) => Array.from({ length: count }, (_, index) => make(index))
const words = (size: number) => many(size, (at) => ({ from: at * 2, to: at * 2 + 1, start: at, end: at + 0.5 }))

test.each<[string, (size: number) => () => void, number]>([
  [
    'stretches × words',
    (size) => {
      const index = new WordIndex(compactWords([words(size)]))
      const spans = many(size, (at) => ({ start: at, end: at + 0.75 }))
      return () => index.during(spans)
    },
    3_000,
  ],
  [
    'places looked for × words of one segment',
    (size) => {
      const index = new WordIndex(compactWords([words(size)]))
      return () => many(size, (at) => index.wordAt(0, at))
    },
    3_000,
  ],
  [
    'places found × corrections of one segment',
    (size) => {
      const pieces = many(size, (at) => ({ shownFrom: at * 2 }))
      const offsets = many(size, (at) => at * 2 + 1)
      return () => piecesAt(pieces, offsets)
    },
    3_000,
  ],
])('%s cost what both together do, not their product', (_, prepare, size) => {
  expect(excessOf(prepare, size)).toBeLessThan(1)
})

test('each place found is in the piece that begins there or last before it, in whatever order they are asked for', () => {
  const pieces = [0, 3, 3, 8].map((shownFrom, index) => ({ shownFrom, index }))
  expect(piecesAt(pieces, [0, 2, 3, 7, 8, 99, 1, -1, 8]).map((piece) => piece?.index)).toEqual([
    ...[0, 0, 2, 2, 3, 3, 0, undefined, 3],
  ])
})

test('each stretch has its own words of each segment, in the order in which they stand', () => {
  const index = new WordIndex(compactWords([words(6), words(2)]))
  const runs = index.during([
    { start: 0.2, end: 1.2 },
    { start: 4, end: 4.1 },
  ])
  expect(runs.map((run) => run.map(({ segment, start }) => [segment, start]))).toEqual([
    [
      [0, 0],
      [0, 1],
    ],
    [[0, 4]],
    [
      [1, 0],
      [1, 1],
    ],
  ])
})
