import { expect, test } from 'vitest'
import { excessOf } from '../testing/cpu-cost'
import { compactWords } from '../transcript/words'
import { maskOf } from './mask'
import type { Naming } from './naming'
import type { StoredAnswer } from './stored-answers'
import { answersOf } from './to-answer'
import { wordsAsRead } from './words-as-read'

test('words of a segment × names in it cost what both together do, not their product', () => {
  const mask = maskOf({ name: 'Ana', email: null })
  const prepare = (size: number) => {
    const words = Array.from({ length: size }, (_, at) => ({ from: at * 4, to: at * 4 + 3, start: at, end: at + 1 }))
    const segment = { speaker: 'candidate' as const, text: 'ana '.repeat(size), start: 0, end: size }
    const around = { start: 0, end: size }
    return () => wordsAsRead({ segment, around, words: compactWords([words])[0], corrections: [] }, mask)
  }
  expect(excessOf(prepare, 600)).toBeLessThan(1)
})

const answer: Omit<StoredAnswer, 'id'> = {
  ...{ state: 'ready', candidate: { name: 'Ana', email: null }, hasAudio: true, hasVideo: false, hasTranscript: true },
  ...{ text: null, spans: null, seconds: null, words: null, isAsked: false, isInvalid: false, isMatched: false },
  ...{ isCutOff: false, showsColleagues: true, colleagues: [], rating: null, ratedOn: null, ratedAt: null },
}
const naming: Naming = {
  of: (id, { name, email }) => ({
    interview: id,
    alias: null,
    candidate: { is: 'named', name, email },
    mask: () => [],
  }),
  placeOf: () => 0,
}

const manyAnswers = (size: number) => {
  const rows = Array.from({ length: size }, (_, at) => ({ ...answer, id: `interview ${at}` }))
  const corrections = rows.map(({ id }) => ({
    ...{ interviewId: id, segment: 0, from: 0, to: 1 },
    ...{ original: 'a', replacement: 'b' },
  }))
  return () => answersOf(rows, { naming, text: null, said: new Map(), corrections })
}

test('answers × what is corrected in all of them cost what both together do, not their product', () => {
  expect(excessOf(manyAnswers, 600)).toBeLessThan(1)
})
