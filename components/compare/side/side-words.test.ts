import { expect, test } from 'vitest'
import { hiddenWords, sideWords } from './side-words'

test('two to six candidates that are here need no words', () => {
  for (const count of [2, 3, 6]) expect(sideWords({ chosen: count, shown: count })).toEqual([])
  expect(sideWords({ chosen: 3, shown: null })).toEqual([])
})

test('none and one say what to do, seven which are shown, and one that is missing that it is', () => {
  expect(sideWords({ chosen: 0, shown: 0 })).toEqual([expect.stringContaining('Choose two to six')])
  expect(sideWords({ chosen: 1, shown: 1 })).toEqual(['Choose another candidate to compare with.'])
  expect(sideWords({ chosen: 7, shown: 6 })).toEqual([expect.stringContaining('of the 7 that are chosen')])
  expect(sideWords({ chosen: 3, shown: 2 })).toEqual([expect.stringMatching(/^1 of the chosen candidates is not here/)])
  expect(sideWords({ chosen: 9, shown: 0 })).toHaveLength(3)
})

test('what is hidden asks for a vote where one can be cast', () => {
  expect(hiddenWords({ invalid: null })).toBe('Hidden until you vote')
  expect(hiddenWords({ invalid: { cause: 'technical_failure' } as never })).toBe('Hidden: votes are closed')
})
