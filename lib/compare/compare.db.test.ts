import { and, eq, isNull } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import type { May, Viewer } from '../auth/viewer'
import { correctTranscript } from '../corrections/commands'
import { db } from '../db/client'
import { ratings } from '../db/schema/ratings'
import { givenViewer, whoMay } from '../db/testing/fixtures'
import { givenFlow, givenInterview, type GivenInterview } from '../db/testing/interview'
import { setBlindness } from '../flows/commands'
import { invalidateInterview, withdrawInvalidation } from '../validity/commands'
import { castVote } from '../votes/commands'
import { interviewOfParameter } from './alias'
import { LINES_IN_SIGHT } from './answer-steps'
import { giveRating, hideNames, revealNames, withdrawRating, writeAnchors } from './commands'
import { findAnswer, findAnswers, findAnswersInSight, findMatrix, findQuestions } from './queries'
import { asked, givenTalkWith, NIGHT, NIGHT_KEY, OLD, OLD_KEY, type Talk, WHY, WHY_KEY } from './testing/talks'

const SCALE = { one: 'Blames others.', three: null, five: 'Names their own mistake.' }

let flowId: string
let viewer: Viewer & May<'rating.give'> & May<'names.reveal'>
let lead: May<'names.hide'> & May<'anchors.write'>

beforeEach(async () => {
  flowId = (await givenFlow({ questions: [WHY, NIGHT], title: 'Night shift' })).id
  viewer = await givenViewer({ role: 'reviewer' })
  lead = whoMay(whoMay(await givenViewer(), 'names.hide'), 'anchors.write')
})

const given = (name: string, last: string, interview: Talk = {}) => givenTalkWith({ flowId, name, last, ...interview })
const answersTo = async (key: string, of: Viewer = viewer) => (await findAnswers(of, { flowId, key })).answers
const rate = ({ id }: GivenInterview, key: string, rating: 1 | 2 | 3 | 4 | 5) =>
  giveRating(viewer, { interviewId: id, key }, { rating })

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
  expect(rows[0]?.cells[1]?.state).toBe(state)
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
  expect(rows.find(({ cells }) => cells[1]?.state === 'invalid')?.cells[1]).toMatchObject({
    seconds: null,
    rating: null,
  })
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
      cells: [
        { state: 'answered', seconds: 3, rating: null },
        { state: 'answered', seconds: 3, rating: 2 },
      ],
    },
  ])
  expect((await findMatrix(await givenViewer(), flowId)).rows[0]?.cells[1]?.rating).toBe(null)
})

test('a rating takes the place of the one before, which is kept, and the same again is once', async () => {
  const ingrid = await given('Ingrid', 'It was cold.')
  const first = await rate(ingrid, NIGHT_KEY, 2)
  expect(await rate(ingrid, NIGHT_KEY, 2)).toEqual(first)
  await rate(ingrid, NIGHT_KEY, 5)
  expect((await answersTo(NIGHT_KEY))[0]?.rating).toMatchObject({ rating: 5, anchors: null })
  await withdrawRating(viewer, { interviewId: ingrid.id, key: NIGHT_KEY })
  await withdrawRating(viewer, { interviewId: ingrid.id, key: NIGHT_KEY })
  expect((await answersTo(NIGHT_KEY))[0]?.rating).toBe(null)
  const stored = await db().select().from(ratings).where(eq(ratings.interviewId, ingrid.id)).orderBy(ratings.ratedAt)
  expect(stored.map(({ rating, endedAt }) => [rating, endedAt !== null])).toEqual([
    [2, true],
    [5, true],
  ])
})

test('whoever rates in two tabs at once has one rating that stands', async () => {
  const ingrid = await given('Ingrid', 'It was cold.')
  await Promise.all(([1, 4, 4] as const).map((rating) => rate(ingrid, NIGHT_KEY, rating)))
  const standing = and(eq(ratings.interviewId, ingrid.id), isNull(ratings.endedAt))
  expect(await db().$count(ratings, standing)).toBe(1)
  expect(await db().$count(ratings, eq(ratings.interviewId, ingrid.id))).toBeGreaterThanOrEqual(2)
})

test('colleagues’ ratings are told by name, where the flow hides nothing, and after one’s own vote where it does', async () => {
  await setBlindness(whoMay(lead, 'blindness.set'), flowId, { colleagues: true, assessment: true })
  const ingrid = await given('Ingrid', 'It was cold.')
  await rate(ingrid, NIGHT_KEY, 2)
  const colleagues = async () => (await answersTo(NIGHT_KEY, lead))[0]?.colleagues
  expect(await colleagues()).toEqual({ is: 'hidden', until: 'my_vote' })
  expect((await answersTo(NIGHT_KEY))[0]).toMatchObject({ rating: { rating: 2 }, colleagues: { is: 'hidden' } })

  await castVote(lead, ingrid.id, { vote: 'hire' })
  const { memberId: id, email, name } = viewer
  expect(await colleagues()).toEqual({ is: 'shown', ratings: [{ member: { id, email, name }, rating: 2 }] })
  await rate(ingrid, NIGHT_KEY, 5)
  expect(await colleagues()).toMatchObject({ ratings: [{ rating: 5 }] })

  const open = await givenFlow({ questions: [WHY, NIGHT] })
  await setBlindness(whoMay(lead, 'blindness.set'), open.id, { colleagues: false, assessment: false })
  const wendell = await given('Wendell', 'It was cold.', { flowId: open.id })
  await rate(wendell, NIGHT_KEY, 4)
  expect((await findAnswers(lead, { flowId: open.id, key: NIGHT_KEY })).answers[0]?.colleagues).toMatchObject({
    is: 'shown',
    ratings: [{ rating: 4 }],
  })
})

test('what was not asked cannot be rated', async () => {
  const ingrid = await given('Ingrid', 'It was cold.', { questions: [asked(WHY, [0, 1])] })
  await expect(rate(ingrid, NIGHT_KEY, 3)).rejects.toMatchObject({ code: 'answer_not_found' })
})

test('a scale has versions, a rating stays on its own, and nobody overwrites what they have not seen', async () => {
  const ingrid = await given('Ingrid', 'It was cold.')
  const ref = { flowId, key: NIGHT_KEY }
  expect(await writeAnchors(lead, ref, { ...SCALE, replaces: null })).toEqual({ version: 1, ...SCALE })
  await rate(ingrid, NIGHT_KEY, 3)
  await writeAnchors(lead, ref, { ...SCALE, three: 'Tells what happened.', replaces: 1 })
  expect(await findAnswers(viewer, ref)).toMatchObject({
    anchors: { version: 2, three: 'Tells what happened.' },
    answers: [{ rating: { rating: 3, anchors: 1 } }],
  })
  await expect(writeAnchors(lead, ref, { ...SCALE, one: 'Lies.', replaces: 1 })).rejects.toMatchObject({
    code: 'anchors_changed',
  })
  // Sent again after its answer was lost.
  const again = giveRating(viewer, { interviewId: ingrid.id, key: NIGHT_KEY }, { rating: 3, anchors: 1 })
  expect(await again).toMatchObject({ rating: 3, anchors: 1 })
  expect(await rate(ingrid, NIGHT_KEY, 3)).toMatchObject({ anchors: 2 })
})

test('a scale that is blank is none, and one is written for questions that the flow has or that were asked alone', async () => {
  const ingrid = await given('Ingrid', 'It was cold.')
  await writeAnchors(lead, { flowId, key: NIGHT_KEY }, { ...SCALE, replaces: null })
  await writeAnchors(lead, { flowId, key: NIGHT_KEY }, { one: null, three: null, five: null, replaces: 1 })
  expect(await rate(ingrid, NIGHT_KEY, 3)).toMatchObject({ anchors: null })
  await expect(writeAnchors(lead, { flowId, key: OLD_KEY }, { ...SCALE, replaces: null })).rejects.toMatchObject({
    code: 'question_not_found',
  })
})

test('where a flow hides names nothing that is told of it leads to one, until all is rated or they are shown', async () => {
  const people = await Promise.all([
    given('Ingrid Solheim', 'I am Ingrid.'),
    given('Wendell Ostrander', 'Ask Wendell.'),
  ])
  const ids = people.map(({ id }) => id)
  await hideNames(lead, flowId, true)
  const told = async () =>
    JSON.stringify([
      await findQuestions(viewer, flowId),
      await findAnswers(viewer, { flowId, key: NIGHT_KEY }),
      await findAnswers(viewer, { flowId, key: WHY_KEY }),
      await findMatrix(viewer, flowId),
      await findAnswer(viewer, { flowId, key: WHY_KEY, interviewId: people[0].id }),
    ])
  const before = await told()
  for (const secret of ['ngrid', 'olheim', 'endell', 'strander', ...ids]) expect(before).not.toContain(secret)
  expect(await told()).toBe(before)

  // The order of one question’s answers is that of every other: its names would name those that are not rated yet.
  for (const person of people) await rate(person, NIGHT_KEY, 3)
  for (const secret of ['ngrid', 'olheim', ...ids]) expect(await told()).not.toContain(secret)

  await revealNames(viewer, flowId)
  expect(await told()).toContain('Ingrid Solheim')
  expect((await findQuestions(viewer, flowId)).flow.names.revealedAt).toEqual(expect.any(String))
  expect(JSON.stringify(await answersTo(WHY_KEY, await givenViewer()))).not.toContain('ngrid')
})

test('names come in every view with the last answer to any question, and go with one that is taken back', async () => {
  const ingrid = await given('Ingrid', 'It was cold.')
  const wendell = await given('Wendell', 'It rained.')
  await hideNames(lead, flowId, true)
  const views = async () => [
    (await findQuestions(viewer, flowId)).flow.names,
    (await findAnswers(viewer, { flowId, key: NIGHT_KEY })).names,
    (await findAnswersInSight(viewer, { flowId, key: WHY_KEY })).names,
    (await findMatrix(viewer, flowId)).flow.names,
  ]
  for (const key of [NIGHT_KEY, WHY_KEY])
    for (const person of [ingrid, wendell]) {
      for (const { areHidden } of await views()) expect(areHidden).toBe(true)
      await rate(person, key, 3)
    }
  for (const names of await views())
    expect(names).toEqual({ areHidden: false, areHiddenByFlow: true, revealedAt: null })
  const { candidate } = (await findAnswer(viewer, { flowId, key: WHY_KEY, interviewId: ingrid.id })).answer
  expect(candidate).toEqual({ is: 'named', name: 'Ingrid', email: null })
  await withdrawRating(viewer, { interviewId: ingrid.id, key: NIGHT_KEY })
  for (const { areHidden } of await views()) expect(areHidden).toBe(true)
})

test('hidden candidates have the same letters and order for one member each time, and what is played names nobody', async () => {
  await Promise.all([given('Ingrid', 'I am Ingrid, hello.'), given('Wendell', 'Hello.'), given('Farida', 'Hello.')])
  await hideNames(lead, flowId, true)
  const lettersOf = async (of: Viewer, key: string) => (await answersTo(key, of)).map(({ candidate }) => candidate)
  expect(await lettersOf(viewer, NIGHT_KEY)).toEqual(await lettersOf(viewer, WHY_KEY))
  const { rows } = await findMatrix(viewer, flowId)
  expect(rows.map(({ candidate }) => candidate)).toEqual(await lettersOf(viewer, NIGHT_KEY))

  const ingrid = (await answersTo(NIGHT_KEY)).find(({ segments }) => segments[1]?.text === 'I am ▇▇▇▇, hello.')
  // “I am” and “hello.”, but not the second in between.
  expect(ingrid?.plays.candidate).toEqual([
    { start: 12.75, end: 15 },
    { start: 16, end: 17.25 },
  ])
})

test('what is hidden is rated by its alias', async () => {
  await Promise.all([given('Ingrid', 'Hello.'), given('Wendell', 'Hello.')])
  await hideNames(lead, flowId, true)
  const [alias = ''] = (await answersTo(NIGHT_KEY)).map(({ interview }) => interview)
  await giveRating(viewer, { interviewId: interviewOfParameter(viewer, alias), key: NIGHT_KEY }, { rating: 5 })
  expect((await answersTo(NIGHT_KEY)).map(({ rating }) => rating?.rating)).toEqual([5, undefined])
})

test('an alias means its interview to the member whom it was made for, and nothing to anybody else', async () => {
  const { id } = await given('Ingrid', 'Hello.')
  await hideNames(lead, flowId, true)
  const [answer] = await answersTo(NIGHT_KEY)
  const alias = answer?.interview ?? ''
  expect(alias).not.toContain(id)
  expect(interviewOfParameter(viewer, alias)).toBe(id)
  expect(interviewOfParameter(lead, alias)).not.toBe(id)
  expect(interviewOfParameter(viewer, id)).toBe(id)
})

test('a flow whose names were hidden shows them again', async () => {
  await given('Ingrid', 'Hello.')
  await hideNames(lead, flowId, true)
  await hideNames(lead, flowId, false)
  expect((await answersTo(NIGHT_KEY))[0]?.candidate).toEqual({ is: 'named', name: 'Ingrid', email: null })
})
