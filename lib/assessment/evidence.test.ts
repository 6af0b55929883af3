import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Answer } from '../transcript/answers'
import { answersByScript } from '../transcript/answers-by-script'
import { askedQuestionsOf } from '../transcript/asked-questions'
import { evidenceOf as evidenceIn, speechFiguresOf } from './evidence'
import { isThin, percentOf } from './evidence-shown'
import type { Segment, Speaker, Talk } from '../transcript/transcript'

const answersOf = (talk: Talk) => answersByScript(talk, askedQuestionsOf(talk))
const evidenceOf = ({ talk, segments }: { talk: number | null; segments: Segment[] }, answers: Answer[]) =>
  evidenceIn({ talk, duration: 100 }, speechFiguresOf(segments), answers)

const said = (speaker: Speaker, start: number, end: number, text = 'one two'): Segment => ({
  speaker,
  start,
  end,
  text,
})

const segments = [
  said('agent', 0, 10),
  said('candidate', 11, 41, 'I ran the night shift — for two years.'),
  said('agent', 40, 50),
  said('candidate', 53, 63),
]
const script = ['Why?', 'When?', 'Where?']
const questions = [
  { text: 'Why?', segments: [0, 1], start: 0, end: 41 },
  { text: 'When?', segments: [2, 3], start: 40, end: 63 },
]
const answers = answersOf({ script, questions, segments })

test('it counts what was said, asked and answered', () => {
  expect(evidenceOf({ talk: 40, segments }, answers)).toMatchObject({
    seconds: 40,
    words: 10,
    wordsPerMinute: 15,
    answered: 2,
    asked: 2,
    questions: 3,
    longest: { text: 'Why?', seconds: 30 },
  })
})

test('the share of the talk counts both where they talk at once', () => {
  expect(speechFiguresOf(segments).share).toBeCloseTo(40 / 60)
})

test('the percentage of an interview is that of the seconds that stand beside it', () => {
  expect(percentOf(162.9, 232.1)).toBe(70)
  expect(percentOf(7.9, 10)).toBe(70)
  expect([percentOf(null, 10), percentOf(10, null), percentOf(0.5, 0.9)]).toEqual([null, null, null])
  const lengths = fc.double({ min: 1, max: 40_000, noNaN: true })
  fc.assert(
    fc.property(lengths, fc.double({ min: 0, max: 1, noNaN: true }), (length, share) => {
      const shown = [length * share, length].map(Math.floor) as [number, number]
      expect(percentOf(length * share, length)).toBe(Math.round((shown[0] / shown[1]) * 100))
    }),
  )
})

test('the pause is the median before the answers, and an interruption is none', () => {
  expect(evidenceOf({ talk: 40, segments }, answers).pause).toBe(2)
  const interrupting = [said('agent', 0, 10), said('candidate', 8, 20)]
  expect(evidenceOf({ talk: 12, segments: interrupting }, []).pause).toBe(0)
})

test('without any time nothing is made up', () => {
  const untimed = [{ ...said('candidate', 0, 0), start: null, end: null }]
  expect(evidenceOf({ talk: null, segments: untimed }, [])).toMatchObject({
    seconds: null,
    words: 2,
    wordsPerMinute: null,
    longest: null,
    pause: null,
  })
})

test('an answer at no known time is answered, and has no length', () => {
  const untimed = segments.map((segment) => ({ ...segment, start: null, end: null }))
  const untimedAnswers = answersOf({ script, questions, segments: untimed })
  expect(untimedAnswers.map(({ seconds }) => seconds)).toEqual([null, null, 0])
  expect(evidenceOf({ talk: null, segments: untimed }, untimedAnswers)).toMatchObject({ answered: 2, longest: null })
})

test('words of scripts without spaces are counted as words, not as one or as characters', () => {
  const japanese = [said('candidate', 0, 10, '私は倉庫で働いていました。')]
  const { words } = evidenceOf({ talk: 10, segments: japanese }, [])
  expect(words).toBeGreaterThan(3)
  expect(words).toBeLessThan(12)
})

test.each([
  [{ seconds: 59, answered: 3 }, true],
  [{ seconds: 60, answered: 3 }, false],
  [{ seconds: 600, answered: 1 }, true],
  [{ seconds: 600, answered: 2 }, false],
  [{ seconds: null, answered: 3 }, true],
  [{ seconds: 600, answered: 0, asked: 0 }, false],
])('%j: thin is %s', (change, thin) => {
  const evidence = { ...evidenceOf({ talk: 40, segments }, answers), asked: 3, questions: 3, ...change }
  expect(isThin(evidence)).toBe(thin)
})

test('the questions of a script that has changed since are not held against an interview', () => {
  const changed = ['A?', 'B?', 'C?', 'D?', 'E?', 'F?']
  const answers = answersOf({ script: changed, questions, segments })
  expect(evidenceOf({ talk: 600, segments }, answers)).toMatchObject({ answered: 2, asked: 2, questions: 2 })
  const partly = answersOf({ script: ['why', ...changed], questions, segments })
  expect(evidenceOf({ talk: 600, segments }, partly)).toMatchObject({ answered: 2, asked: 2, questions: 2 })
})
