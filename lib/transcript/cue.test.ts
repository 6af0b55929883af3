import { expect, test } from 'vitest'
import type { Answer } from './answers'
import { cueOf, formatQuestionLink, parseQuestionLink } from './cue'

const KEYS = ['a', 'b', 'c'].map((letter) => letter.repeat(22))
const [A, B, C] = KEYS as [string, string, string]

const answer = (key: string, ...starts: number[]): Answer => ({
  ...{ text: key, key, scripted: true, asked: starts.length > 0, segments: [], words: 1, seconds: 5, followUps: 0 },
  spans: starts.map((start) => ({ start, end: start + 5 })),
})

test('a link to a question is read as it is written, and what is none is nothing', () => {
  for (const link of [
    { number: 3, key: A },
    { number: 12, key: null },
  ])
    expect(parseQuestionLink(formatQuestionLink(link))).toEqual(link)
  for (const text of [null, '', '0', '-1', 'x', '3-', `3-${A}x`, '1e9', '1000', '3 '])
    expect(parseQuestionLink(text), String(text)).toBeNull()
})

test('the same question is gone to wherever it stands, of several the nearest', () => {
  expect(cueOf({ number: 1, key: B }, [answer(A, 3), answer(B, 40, 90)])).toEqual({
    number: 2,
    start: 40,
    at: 'question',
  })
  const repeated = [answer(B, 10), answer(A, 20), answer(C, 30), answer(B, 50)]
  expect(cueOf({ number: 3, key: B }, repeated).number).toBe(4)
  expect(cueOf({ number: 2, key: null }, repeated)).toEqual({ number: 2, start: 20, at: 'question' })
})

test('a question that is not there is the one in its place, and where there is none the start', () => {
  expect(cueOf({ number: 2, key: C }, [answer(A, 3), answer(B, 40)])).toEqual({ number: 2, start: 40, at: 'place' })
  expect(cueOf({ number: 3, key: C }, [answer(A, 3), answer(B, 40)])).toEqual({ number: 3, start: 0, at: 'start' })
  // It is in the script, and was not asked: another one would be passed off as it.
  expect(cueOf({ number: 1, key: B }, [answer(A, 3), answer(B)])).toEqual({ number: 2, start: 0, at: 'start' })
})
