import { expect, test } from 'vitest'
import type { Correction } from '../corrections/correction'
import { correctionsBySegment, fittingCorrections, segmentsAsRead } from './as-read'
import { excessOf } from '../testing/cpu-cost'
import { MOST_QUESTIONS } from './answers'
import { answersByScript } from './answers-by-script'
import { askedQuestionsOf } from './asked-questions'
import type { Segment } from './transcript'
import { spokenSpans } from './listening'
import { createQuoteFinder } from './quotes'
import { quotedIn, sentencesOf } from '../text/sentences'

const said = (text: string): Segment => ({ speaker: 'candidate', text, start: 0, end: 1 })
const many = <T>(count: number, make: (index: number) => T) => Array.from({ length: count }, (_, index) => make(index))

test.each<[string, (size: number) => () => void, number]>([
  [
    'quotes of one text × words of a talk',
    (size) => {
      const find = createQuoteFinder(many(size, (index) => said(`word${index} was said in a row ${index}`)))
      const text = many(size, (index) => `She says “word${size - index} was said by nobody”.`).join(' ')
      return () => find(text)
    },
    150,
  ],
  [
    'quotes × a talk that says one thing all the time',
    (size) => {
      const find = createQuoteFinder([said('no no yes '.repeat(size * 4))])
      const text = '“yes yes no no yes yes no”. '.repeat(size)
      return () => find(text)
    },
    100,
  ],
  ['full stops', (size) => () => sentencesOf(`${'.'.repeat(size)}a`), 4_000],
  ['opening quotation marks', (size) => () => quotedIn('‘a“„'.repeat(size)), 1_000],
  [
    'corrections × segments',
    (size) => {
      const segments = many(size, () => said('right'))
      const corrections = many(size, (index) => correction(index))
      return () => [fittingCorrections(segments, corrections), segmentsAsRead(segments, corrections)]
    },
    600,
  ],
  [
    'questions × the length of the segment that all of them name',
    (size) => {
      const questions = many(Math.min(size, MOST_QUESTIONS), (index) => ({
        ...{ text: `Question ${index}`, start: 0, end: 1 },
        segments: [0],
      }))
      const segments = [said('word '.repeat(size))]
      return () => askedQuestionsOf({ questions, segments })
    },
    2_000,
  ],
])('%s cost what both together do, not their product', (_, prepare, size) => {
  expect(excessOf(prepare, size)).toBeLessThan(1)
})

test('of a hostile number of questions the first ones are read, and no more places than that', () => {
  const script = many(30_000, (index) => `Question ${index}`)
  const segments = many(20_000, () => said('Yes.'))
  const everywhere = many(20_000, (index) => index)
  const questions = script.map((text) => ({ text, segments: everywhere, start: null, end: null }))
  const answers = answersByScript({ script, questions, segments }, askedQuestionsOf({ questions, segments }))
  expect(answers).toHaveLength(MOST_QUESTIONS)
  expect(answers.filter(({ asked }) => asked).length).toBeLessThan(10)
  const repeated = { script: script.map(() => 'Why?'), questions: [], segments }
  expect(answersByScript(repeated, [])).toHaveLength(MOST_QUESTIONS)
})

test('a segment of 300,000 words is spoken like any other', () => {
  const words = many(300_000, (index) => ({ from: index, to: index + 1, start: index + 1, end: index + 2 }))
  expect(spokenSpans(words, { start: 0, end: 300_002 }).slice(-2)).toEqual([
    { start: 0, end: 1 },
    { start: 300_001, end: 300_002 },
  ])
})

test('every correction is among those of its segment, in their order', () => {
  const all = [correction(2), { ...correction(0), id: 'a' }, { ...correction(2), id: 'b' }]
  expect(correctionsBySegment(all)).toEqual(
    new Map([
      [2, [all[0], all[2]]],
      [0, [all[1]]],
    ]),
  )
})

function correction(segment: number): Correction {
  const author = { id: 'x', email: 'x@example.com', name: null }
  const words = { from: 0, to: 5, original: 'right', replacement: 'write' }
  return { ...words, segment, id: String(segment), author, createdAt: '2026-11-25T00:00:00Z' }
}
