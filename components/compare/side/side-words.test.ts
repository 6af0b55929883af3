import { expect, test } from 'vitest'
import { sideWords } from './side-words'

const said = (chosen: number, shown: number | null, withoutTranscript = 0) =>
  sideWords({ chosen, shown, withoutTranscript })

test('two to six candidates that are here need no words', () => {
  for (const count of [2, 3, 6]) expect(said(count, count)).toEqual([])
  expect(said(3, null)).toEqual([])
})

test('none and one say what to do, seven which are shown, and one that is missing that it is', () => {
  expect(said(0, 0)).toEqual([expect.stringContaining('Choose two to six')])
  expect(said(1, 1)).toEqual(['Choose another candidate to compare with.'])
  expect(said(7, 6)).toEqual([expect.stringContaining('of the 7 that are chosen')])
  expect(said(3, 2)).toEqual([expect.stringMatching(/^1 of the chosen candidates is not here/)])
  expect(said(9, 0)).toHaveLength(3)
})

test('who has no transcript is told apart from who is not here for another reason', () => {
  expect(said(3, 2, 1)).toEqual([expect.stringMatching(/^1 of the chosen candidates has no transcript/)])
  expect(said(6, 2, 2)).toEqual([
    expect.stringMatching(/^2 of the chosen candidates have no transcript/),
    expect.stringMatching(/^2 of the chosen candidates are not here/),
  ])
})
