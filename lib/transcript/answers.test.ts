import { expect, test } from 'vitest'
import { hasScriptChanged } from './answers'
import { answersByScript } from './answers-by-script'
import { askedQuestionsOf } from './asked-questions'
import type { Segment, Talk } from './transcript'

const answersOf = (talk: Talk) => answersByScript(talk, askedQuestionsOf(talk))

const segment = (speaker: Segment['speaker'], start: number, end: number): Segment => ({
  speaker,
  text: '…',
  start,
  end,
})
const segments = [
  segment('agent', 0, 2),
  segment('candidate', 2.5, 6),
  segment('agent', 10, 12),
  segment('candidate', 12.2, 20),
  segment('agent', 21, 22),
  segment('candidate', 22.1, 24),
]

test('the script gives the order; a question that was never asked stays in it', () => {
  const questions = [{ text: 'Why?', segments: [0, 1], start: 0, end: 6 }]
  const answers = answersOf({ script: ['When?', 'Why?'], questions, segments })
  expect(answers.map(({ text, asked }) => [text, asked])).toEqual([
    ['When?', false],
    ['Why?', true],
  ])
})

test('an answer in several places has a stretch for each, and counts only the candidate’s seconds', () => {
  const questions = [{ text: 'Why?', segments: [5, 0, 1, 4], start: 0, end: 24 }]
  const [answer] = answersOf({ script: ['Why?'], questions, segments })
  expect(answer?.spans).toEqual([
    { start: 0, end: 6 },
    { start: 21, end: 24 },
  ])
  expect(answer?.seconds).toBeCloseTo(3.5 + 1.9)
  expect(answer?.followUps).toBe(1)
})

test('a question that the script no longer has is kept at the end', () => {
  const questions = [{ text: 'Old?', segments: [0], start: 0, end: 2 }]
  expect(answersOf({ script: ['New?'], questions, segments }).map((answer) => answer.text)).toEqual(['New?', 'Old?'])
})

test('a question is the same whatever its case, spaces and punctuation', () => {
  const questions = [{ text: ' why  did you leave', segments: [0, 1], start: 0, end: 6 }]
  const answers = answersOf({ script: ['Why did you leave?'], questions, segments })
  expect(answers).toMatchObject([{ text: 'Why did you leave?', scripted: true, asked: true }])
})

test('a question that the script repeats is told apart, each with what was said to it', () => {
  const questions = [
    { text: 'What else?', segments: [0, 1], start: 0, end: 6 },
    { text: 'Why?', segments: [2], start: 10, end: 12 },
    { text: 'What else?', segments: [3], start: 12.2, end: 20 },
    { text: 'What else?', segments: [5], start: 22.1, end: 24 },
  ]
  const script = ['What else?', 'Why?', 'What else?']
  const heard = answersOf({ script, questions, segments }).map((answer) => [answer.text, answer.segments])
  expect(heard).toEqual([
    ['What else?', [0, 1]],
    ['Why?', [2]],
    ['What else?', [3, 5]],
  ])
  const once = answersOf({ script, questions: questions.slice(0, 1), segments })
  expect(once.map(({ asked }) => asked)).toEqual([true, false, false])
})

const mapped = [
  { text: 'Old?', segments: [0], start: 0, end: 2 },
  { text: '', segments: [], start: null, end: null },
]

test.each([
  [['New?'], true],
  [['old', 'New?'], false],
  [[], false],
])('of the script %j, it is %s that it has changed since “Old?” was asked', (script, changed) => {
  expect(hasScriptChanged(answersOf({ script, questions: mapped, segments }))).toBe(changed)
})
