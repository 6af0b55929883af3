import { expect, test } from 'vitest'
import type { Answer } from '@/lib/transcript/answers'
import { lastBegun, nextStart, previousStart, questionAt } from './question-steps'

const answer = (...starts: number[]): Answer => ({
  text: String(starts[0]),
  key: String(starts[0]),
  scripted: true,
  asked: starts.length > 0,
  segments: [],
  spans: starts.map((start) => ({ start, end: start + 5 })),
  words: 1,
  seconds: 5,
  followUps: 0,
})
const answers = [answer(40), answer(), answer(10, 80), answer(100)]

test('the next question is the next in the recording, whatever its place in the script', () => {
  expect(nextStart(answers, 0)).toBe(10)
  expect(nextStart(answers, 10)).toBe(40)
  expect(nextStart(answers, 100)).toBeUndefined()
})

test('the previous question is the current one again, unless it has only just begun', () => {
  expect(previousStart(answers, 50)).toBe(40)
  expect(previousStart(answers, 41)).toBe(10)
  expect(previousStart(answers, 5)).toBeUndefined()
})

test('a question is current in each of its stretches and in no pause between them', () => {
  expect(questionAt(answers, 12)).toBe(2)
  expect(questionAt(answers, 84)).toBe(2)
  expect(questionAt(answers, 85)).toBe(-1)
})

test('in a pause one is still at the question before it, whatever its place in the script', () => {
  expect([5, 10, 16, 50, 86, 200].map((time) => lastBegun(answers, time))).toEqual([-1, 2, 2, 0, 2, 3])
})
