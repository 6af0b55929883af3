// What is told of a flow's candidates, question by question and all at once.
import { beforeEach, expect, test } from 'vitest'
import { correctTranscript } from '../corrections/commands'
import { givenViewer } from '../db/testing/fixtures'
import { givenInterview } from '../db/testing/interview'
import { invalidateInterview, withdrawInvalidation } from '../validity/commands'
import { LINES_IN_SIGHT } from './answer-steps'
import { hideNames } from './commands'
import { cellAt } from './matrix'
import { findAnswers, findAnswersInSight, findMatrix, findQuestions } from './queries'
import {
  asked,
  type CompareScene,
  givenCompareScene,
  NIGHT,
  NIGHT_KEY,
  OLD,
  OLD_KEY,
  WHY,
  WHY_KEY,
} from './testing/talks'

let flowId: string
let viewer: CompareScene['viewer']
let lead: CompareScene['lead']
let given: CompareScene['given']
let answersTo: CompareScene['answersTo']
let rate: CompareScene['rate']

beforeEach(async () => {
  ;({ flowId, viewer, lead, given, answersTo, rate } = await givenCompareScene())
})

test('a question says in how many interviews it was asked, answered and rated by its reader; old ones come last', async () => {
  const ingrid = await given('Ingrid', 'It was cold.')
  await given('Wendell', '', { questions: [asked(NIGHT, [2]), asked(OLD, [0, 1])] })
  await rate(ingrid, NIGHT_KEY, 4)
  const { interviews, questions } = await findQuestions(viewer, flowId)
  expect(interviews).toBe(2)
  expect(questions).toEqual([
    { key: WHY_KEY, text: WHY, scripted: true, asked: 1, answered: 1, rated: 0 },
    { key: NIGHT_KEY, text: NIGHT, scripted: true, asked: 2, answered: 1, rated: 1 },
    { key: OLD_KEY, text: OLD, scripted: false, asked: 1, answered: 1, rated: 0 },
  ])
  const colleague = await findQuestions(await givenViewer(), flowId)
  expect(colleague.questions.map(({ rated }) => rated)).toEqual([0, 0, 0])
})

test('everybody’s answer is there as it is read, with when each word is said, in the order in which they came', async () => {
  const ingrid = await given('Ingrid', 'It was a cold knight.')
  await given('Wendell', 'It rained.', {
    questions: [asked('tell me, about A NIGHT', [2, 3])],
    recordings: { audio: null, video: null },
  })
  await correctTranscript(
    lead,
    { interviewId: ingrid.id, correctionId: crypto.randomUUID() },
    { segment: 3, from: 14, to: 20, original: 'knight', replacement: 'night' },
  )
  const { question, names, answers } = await findAnswers(viewer, { flowId, key: NIGHT_KEY })
  expect(question).toEqual({ key: NIGHT_KEY, text: NIGHT, scripted: true })
  expect(names).toEqual({ areHidden: false, areHiddenByFlow: false, revealedAt: null })
  expect(answers).toMatchObject([
    {
      interview: ingrid.id,
      candidate: { is: 'named', name: 'Ingrid', email: null },
      state: 'answered',
      seconds: 5,
      askedAs: null,
      recording: 'audio',
      rating: null,
    },
    { candidate: { name: 'Wendell' }, state: 'answered', askedAs: 'tell me, about A NIGHT', recording: null },
  ])
  expect(answers[0]?.segments.map(({ text }) => text)).toEqual(['Tell me about a night.', 'It was a cold night.'])
  expect(answers[0]?.words).toHaveLength(2)
  // The candidate's words begin after 5 + 3 + 5 seconds; a cut leaves a quarter of a second around them.
  expect(answers[0]?.plays.candidate).toEqual([{ start: 12.75, end: 18.25 }])
})

test('a page begins with all answers, but out of sight without what was said', async () => {
  for (let index = 0; index < LINES_IN_SIGHT + 3; index++) await given(`Candidate ${index}`, 'It rained.')
  const { answers, ...told } = await findAnswers(viewer, { flowId, key: NIGHT_KEY })
  const inSight = await findAnswersInSight(viewer, { flowId, key: NIGHT_KEY })
  expect(inSight).toEqual({
    ...told,
    answers: answers.map((answer, index) => {
      const { plays, segments, words, ...head } = answer
      return index < LINES_IN_SIGHT ? { ...head, plays, segments, words } : head
    }),
  })
})

test.each([
  ['answered', 'It rained.', [asked(NIGHT, [2, 3])]],
  ['cut_off', 'It rained and then', [asked(NIGHT, [2, 3])]],
  ['not_answered', 'It rained.', [asked(NIGHT, [2])]],
  ['not_asked', 'It rained.', [asked(WHY, [0, 1])]],
  ['not_matched', 'It rained.', []],
] as const)('an answer is said to be %s, in the matrix too', async (state, last, questions) => {
  await given('Ingrid', last, { questions: [...questions] })
  expect((await answersTo(NIGHT_KEY)).map((answer) => answer.state)).toEqual([state])
  const { rows } = await findMatrix(viewer, flowId)
  expect(rows.map((row) => cellAt(row, 1).state)).toEqual([state])
})

test('what no flow can be called is a flow that does not exist', async () => {
  for (const id of ['', 'a\0b', 'x'.repeat(256)]) {
    for (const find of [findQuestions, findMatrix]) {
      await expect(find(viewer, id)).rejects.toMatchObject({ code: 'flow_not_found' })
    }
  }
})

test('an interview that is marked invalid says so, counts for nothing, and is not rated until that is taken back', async () => {
  const [ingrid, wendell] = [await given('Ingrid', 'It was cold.'), await given('Wendell', 'It rained.')]
  await hideNames(lead, flowId, true)
  await rate(ingrid, NIGHT_KEY, 4)
  await rate(wendell, NIGHT_KEY, 2)
  await invalidateInterview(lead, wendell.id, { cause: 'technical_failure', reason: null })
  const states = (await answersTo(NIGHT_KEY)).map((answer) => answer.state)
  expect(states.toSorted((a, b) => (a < b ? -1 : 1))).toEqual(['answered', 'invalid'])
  const { rows } = await findMatrix(viewer, flowId)
  expect(rows.map((row) => cellAt(row, 1))).toContainEqual({ state: 'invalid', seconds: null, rating: null })
  const { questions } = await findQuestions(viewer, flowId)
  expect(questions[1]).toMatchObject({ asked: 1, answered: 1, rated: 1 })
  await expect(rate(wendell, WHY_KEY, 3)).rejects.toMatchObject({ code: 'interview_invalid' })
  // All that counts is rated, so that names come.
  await rate(ingrid, WHY_KEY, 4)
  expect((await findAnswers(viewer, { flowId, key: NIGHT_KEY })).names.areHidden).toBe(false)

  await withdrawInvalidation(lead, wendell.id)
  expect((await rate(wendell, WHY_KEY, 3)).rating).toBe(3)
})

test('an interview that has not been taken is not compared', async () => {
  await givenInterview({ flowId, state: 'not_taken', segments: [], words: [], talk: null })
  expect(await answersTo(NIGHT_KEY)).toEqual([])
  expect((await findMatrix(viewer, flowId)).rows).toEqual([])
})

test('the matrix has a row for each candidate and a cell for each question, with seconds and what its reader gave', async () => {
  const ingrid = await given('Ingrid', 'It was cold.')
  await rate(ingrid, NIGHT_KEY, 2)
  const { questions, rows } = await findMatrix(viewer, flowId)
  expect(questions.map(({ key }) => key)).toEqual([WHY_KEY, NIGHT_KEY])
  expect(rows).toEqual([
    {
      interview: ingrid.id,
      candidate: { is: 'named', name: 'Ingrid', email: null },
      plays: true,
      blank: 'not_asked',
      cells: {
        0: { state: 'answered', seconds: 3, rating: null },
        1: { state: 'answered', seconds: 3, rating: 2 },
      },
    },
  ])
  expect((await findMatrix(await givenViewer(), flowId)).rows[0]?.cells[1]?.rating).toBe(null)
})
