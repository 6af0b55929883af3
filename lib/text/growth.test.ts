import { expect, test } from 'vitest'
import { excessOf } from '../testing/cpu-cost'
import { partsIn } from './fold'
import { nameFinder } from './names-said'
import { patched } from './patched'

const many = <T>(count: number, make: (index: number) => T) => Array.from({ length: count }, (_, index) => make(index))

test.each<[string, (size: number) => () => void, number]>([
  [
    'the signs of a name × those of a text that says it all the time',
    (size) => {
      const find = nameFinder([`${'山'.repeat(size)} ${'山'.repeat(size)}`])
      const text = '山'.repeat(size * 30)
      return () => find(text)
    },
    20,
  ],
  [
    'marks of one letter × those that have to stand before them',
    (size) => {
      const text = `a${'\u0301\u0316'.repeat(size)} `
      return () => partsIn(text)
    },
    1_500,
  ],
  [
    'places × what was replaced before them',
    (size) => {
      const { at } = patched(
        'a '.repeat(size),
        many(size, (index) => ({ from: index * 2, to: index * 2 + 1, text: 'b' })),
      )
      return () => many(size, (index) => at(index, 'start') + at(index, 'end'))
    },
    500,
  ],
])('%s cost what both together do, not their product', (_, prepare, size) => {
  expect(excessOf(prepare, size)).toBeLessThan(1)
})
