import { expect, test } from 'vitest'
import { excessOf } from '../testing/cpu-cost'
import { nameFinder } from './names-said'

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
])('%s cost what both together do, not their product', (_, prepare, size) => {
  expect(excessOf(prepare, size)).toBeLessThan(1)
})
