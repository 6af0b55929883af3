import { expect, test } from 'vitest'
import { pickAllWords, pickedWords } from './pick-words'

test('all that match are called so only where all of them can be ticked', () => {
  expect(pickAllWords({ most: 500, total: 500 })).toBe('All 500 that match')
  expect(pickAllWords({ most: 500, total: 800 })).toBe('The first 500 of 800')
  // As far as it is counted.
  expect(pickAllWords({ most: 500, total: 1_001 })).toBe('The first 500 of 1,000+')
})

test('where no more can be ticked it is said that more match', () => {
  expect(pickedWords(2, { most: 500, total: 800 })).toBe('2 selected')
  expect(pickedWords(500, { most: 500, total: 500 })).toBe('500 selected')
  expect(pickedWords(500, { most: 500, total: 800 })).toBe('500 of 800 selected')
  expect(pickedWords(500, { most: 500, total: 1_001 })).toBe('500 of 1,000+ selected')
})
