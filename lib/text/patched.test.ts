import { expect, test } from 'vitest'
import { patched } from './patched'

const { text, at } = patched('I ran the night shift.', [
  { from: 2, to: 5, text: 'organised' },
  { from: 10, to: 21, text: 'day' },
])

const word = (from: number, to: number) => text.slice(at(from, 'start'), at(to, 'end'))

test('each stretch has its other words, and the rest stands as it was', () => {
  expect(text).toBe('I organised the day.')
  expect(patched('as it is', []).text).toBe('as it is')
})

test('a place beside what was replaced is where it was, and one inside is at its edges', () => {
  expect(word(0, 1)).toBe('I')
  expect(word(2, 5)).toBe('organised')
  expect(word(3, 4)).toBe('organised')
  expect(word(6, 9)).toBe('the')
  expect(word(10, 15)).toBe('day')
  expect(word(16, 21)).toBe('day')
  expect(word(21, 22)).toBe('.')
})
