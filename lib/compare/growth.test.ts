import { expect, test } from 'vitest'
import { excessOf } from '../testing/cpu-cost'
import { compactWords } from '../transcript/words'
import { maskOf } from './mask'
import { wordsAsRead } from './words-as-read'

test('words of a segment × names in it cost what both together do, not their product', () => {
  const mask = maskOf({ name: 'Ana', email: null })
  const prepare = (size: number) => {
    const words = Array.from({ length: size }, (_, at) => ({ from: at * 4, to: at * 4 + 3, start: at, end: at + 1 }))
    const segment = { speaker: 'candidate' as const, text: 'ana '.repeat(size), start: 0, end: size }
    return () => wordsAsRead({ segment, words: compactWords([words])[0], corrections: [] }, mask)
  }
  expect(excessOf(prepare, 600)).toBeLessThan(1)
})
