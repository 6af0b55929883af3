import { expect, test } from 'vitest'
import { cutOffQuestion } from './cut-off'
import { questionKey } from './question-key'
import type { Speaker } from './transcript'

const QUESTION = 'Tell me about a night.'

function talk(...said: [Speaker, string][]) {
  const segments = said.map(([speaker, text]) => ({ speaker, text, start: null, end: null }))
  return {
    segments,
    questions: [{ text: QUESTION, segments: segments.map((_, index) => index), start: null, end: null }],
  }
}

test('a talk breaks off where the candidate speaks last and does not come to the end of a sentence', () => {
  const broken = talk(['agent', 'Tell me about a night.'], ['candidate', 'It was in February, and we'])
  expect(cutOffQuestion(broken)).toBe(questionKey(QUESTION))
})

test.each<[string, ReturnType<typeof talk>]>([
  ['the sentence ends', talk(['agent', 'A night?'], ['candidate', 'It was in “February.”'])],
  ['the agent speaks last', talk(['candidate', 'It was in'], ['agent', 'Thank you.'])],
  ['no sentence of the talk has an end', talk(['agent', 'tell me'], ['candidate', 'it was in february'])],
  ['nothing is said', talk(['agent', 'A night?'], ['candidate', ' '])],
  ['there is no talk', talk()],
  ['it belongs to no question', { ...talk(['agent', 'Bye.'], ['candidate', 'bye']), questions: [] }],
])('it does not break off where %s', (_, said) => {
  expect(cutOffQuestion(said)).toBe(null)
})
