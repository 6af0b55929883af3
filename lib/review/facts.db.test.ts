import { eq, sql } from 'drizzle-orm'
import * as fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { operator } from '../auth/operator'
import type { Viewer } from '../auth/viewer'
import { db } from '../db/client'
import { interviewFacts, questionAnswers } from '../db/schema/facts'
import { interviews, transcripts } from '../db/schema/interviews'
import { givenViewer } from '../db/testing/fixtures'
import { arrives, asId, givenFlow, givenInterview, givenTalk } from '../db/testing/interview'
import { ribbonInterviewWith } from '../interviews/testing/values'
import { log } from '../log'
import { rederive } from '../mirror/rederive'
import { ribbonInterview } from '../ribbon/interview'
import { validInterview } from '../ribbon/testing/hostile'
import type { Question } from '../transcript/transcript'
import { factsOf } from './facts'
import { fillFacts } from './fill-facts'
import { findingsOf } from './findings'
import { findReview } from './queries'
import { storeFacts } from './store-facts'

const UNMADE = 'Whoever counts this fails.'
vi.mock('./facts', async (original) => {
  const actual = await original<typeof import('./facts')>()
  const factsOf: typeof actual.factsOf = (talk) => {
    if (talk.segments[0]?.text === UNMADE) throw new Error('it cannot be made')
    return actual.factsOf(talk)
  }
  return { ...actual, factsOf }
})

const many = <T>(count: number, make: (index: number) => T) => Array.from({ length: count }, (_, index) => make(index))
const fillAll = () => fillFacts(() => Promise.resolve())

async function reviewOf(viewer: Viewer, id: string) {
  const review = await findReview(viewer, asId(id))
  if (!review) throw new Error('there is no such interview')
  return review
}

async function expectFactsOfNow(viewer: Viewer, id: string) {
  const { interview, facts } = await reviewOf(viewer, id)
  expect(facts).toEqual(factsOf(interview))
}

const TALK = givenTalk([
  ['agent', 'Why did you leave?'],
  ['candidate', 'For the night shift.'],
  ['agent', 'And what else?'],
  ['candidate', 'For my team.'],
])
const ask = (text: string, segments: number[]): Question => ({ text, segments, start: null, end: null })
const QUESTIONS = [ask('What else?', [2]), ask('Why?', [0, 1]), ask('what else', [3])]

const text = fc.constantFrom('Why?', 'why', 'When?', '', '?', 'Où ça?', '夜勤は？', '\\ " \' {,}', '\u{FFFD}')
const time = fc.option(fc.double({ min: 0, max: 4_000, noNaN: true }))
const segment = fc.record({
  speaker: fc.constantFrom('agent' as const, 'candidate' as const, 'other' as const),
  text: fc.constantFrom('', 'one two', '私は倉庫で'),
  times: fc.tuple(time, time),
})
const talk = fc
  .record({
    said: fc.array(segment, { maxLength: 8 }),
    asked: fc.array(fc.record({ text, places: fc.array(fc.nat(8)) }), { maxLength: 8 }),
  })
  .map(({ said, asked }) => {
    const segments = said.map(({ times: [start, end], ...one }) => {
      return { ...one, start, end: start !== null && end !== null ? Math.max(start, end) : end }
    })
    const questions = asked.map(({ text, places }) => ask(text, [...new Set(places.filter((at) => at in segments))]))
    return ribbonInterviewWith({ segments, questions, words: [] })
  })
const replied = validInterview.map((wire) => ({
  ...ribbonInterview.parse(wire),
  id: crypto.randomUUID(),
  teamId: null,
}))

test('what is stored of a talk is what follows from it, whatever was said and asked', async () => {
  const viewer = await givenViewer()
  await fc.assert(
    fc.asyncProperty(fc.oneof(talk, replied), async (interview) => {
      await arrives(interview)
      const { facts } = await reviewOf(viewer, interview.id)
      expect(facts).toEqual(factsOf(interview))
    }),
    { numRuns: 80 },
  )
})

test('a page shows the same before its facts are made, and they are made without a word to open lists', async () => {
  const viewer = await givenViewer()
  const flow = await givenFlow({ questions: ['When?', 'What else?', 'Why?', 'What else?'] })
  const { id } = await givenInterview({ flowId: flow.id, ...TALK, questions: QUESTIONS })
  const before = await db().select().from(interviews).where(eq(interviews.id, id))
  const shown = findingsOf(await reviewOf(viewer, id))
  expect(shown.answers?.map(({ text, asked, segments }) => [text, asked, segments])).toEqual([
    ['When?', false, []],
    ['What else?', true, [2]],
    ['Why?', true, [0, 1]],
    ['What else?', true, [3]],
  ])

  for (const lose of [
    () => db().delete(interviewFacts).where(eq(interviewFacts.interviewId, id)),
    () => db().update(interviewFacts).set({ rules: 0, words: 1_000 }).where(eq(interviewFacts.interviewId, id)),
  ]) {
    for (const make of [
      fillAll,
      () =>
        rederive(
          operator(),
          () => {},
          () => null,
        ),
    ]) {
      await lose()
      const unmade = await reviewOf(viewer, id)
      expect(unmade.facts).toBeNull()
      expect(findingsOf(unmade)).toEqual(shown)
      await make()
      await expectFactsOfNow(viewer, id)
      expect(findingsOf(await reviewOf(viewer, id))).toEqual(shown)
    }
  }
  expect(await db().select().from(interviews).where(eq(interviews.id, id))).toEqual(before)
})

test('a page shows what is stored', async () => {
  const viewer = await givenViewer()
  const { id } = await givenInterview({ ...TALK, questions: QUESTIONS })
  await db().update(interviewFacts).set({ words: 1_000 }).where(eq(interviewFacts.interviewId, id))
  await db().update(questionAnswers).set({ seconds: 77 }).where(eq(questionAnswers.interviewId, id))
  const { evidence, answers } = findingsOf(await reviewOf(viewer, id))
  expect(evidence).toMatchObject({ words: 1_000, longest: { seconds: 77 } })
  expect(answers?.map(({ seconds }) => seconds)).toEqual([77, 77])
})

test('facts go with their transcript, also where who replaces it knows no facts, and with their interview', async () => {
  const viewer = await givenViewer()
  const interview = ribbonInterviewWith({ ...TALK, questions: QUESTIONS })
  await arrives(interview)
  const changed = { ...interview, questions: QUESTIONS.slice(1) }
  await arrives(changed)
  await expectFactsOfNow(viewer, interview.id)
  expect((await reviewOf(viewer, interview.id)).facts?.asked).toHaveLength(2)
  await arrives({ ...changed, segments: [], words: [], questions: [], duration: null })
  expect((await reviewOf(viewer, interview.id)).facts?.asked).toHaveLength(2)

  await db().update(transcripts).set({ questions: [] }).where(eq(transcripts.interviewId, interview.id))
  expect(await reviewOf(viewer, interview.id)).toMatchObject({ facts: null, interview: { questions: [] } })
  await fillAll()
  await expectFactsOfNow(viewer, interview.id)

  await arrives({ ...interview, summary: 'Again.' })
  await db().delete(interviews).where(eq(interviews.id, interview.id))
  for (const table of [interviewFacts, questionAnswers])
    expect(await db().$count(table, eq(table.interviewId, interview.id))).toBe(0)
})

test('whoever writes at the same time, the facts are of the transcript that stands there', async () => {
  const viewer = await givenViewer()
  const interview = ribbonInterviewWith({ ...TALK, questions: QUESTIONS })
  await arrives(interview)
  const outdate = () =>
    db().update(interviewFacts).set({ rules: 0 }).where(eq(interviewFacts.interviewId, interview.id))
  for (const round of many(20, (index) => index)) {
    const version = (turn: number) =>
      arrives({ ...interview, questions: [ask(`Round ${round}, ${turn}?`, [turn % 4])] })
    const read = async () => {
      const { interview: now, facts } = await reviewOf(viewer, interview.id)
      if (facts) expect(facts).toEqual(factsOf(now))
    }
    const writes = [outdate().then(fillAll), version(0), outdate().then(fillAll), version(1), fillAll(), version(2)]
    await Promise.all([...writes, ...many(12, () => read())])
    await fillAll()
    await expectFactsOfNow(viewer, interview.id)
  }
})

test('an interview whose facts cannot be made is stored without them, once, and costs no other one any', async () => {
  const failures = vi.spyOn(log, 'error').mockReturnValue()
  const viewer = await givenViewer()
  const unmade = await givenInterview({ ...givenTalk([['candidate', UNMADE]]), questions: [ask('Why?', [0])] })
  const other = await givenInterview({ ...TALK, questions: QUESTIONS })
  expect(failures).toHaveBeenCalledOnce()
  await fillAll()
  expect(failures).toHaveBeenCalledOnce()
  failures.mockRestore()

  await expectFactsOfNow(viewer, other.id)
  const review = await reviewOf(viewer, unmade.id)
  expect(review.facts).toBeNull()
  expect(findingsOf(review).answers).toMatchObject([{ text: 'Why?', asked: true, words: 4 }])
})

test('of a hostile interview no more is stored than is shown, and a page of them fits into its statements', async () => {
  const segments = many(20_000, () => ({ speaker: 'candidate' as const, text: 'Yes.', start: 0, end: 1 }))
  const everywhere = many(20_000, (index) => index)
  const questions = [
    ...many(10, (index) => ask(`Everywhere ${index}?`, everywhere)),
    ...many(30_000, (index) => ask(`Question ${index}?`, [0])),
  ]
  const { id } = await givenInterview({ segments, questions, words: [] })
  const [stored] = await db()
    .select({ rows: sql<number>`count(*)::int`, places: sql<number>`sum(cardinality(segments))::int` })
    .from(questionAnswers)
    .where(eq(questionAnswers.interviewId, id))
  expect(stored?.rows).toBeLessThanOrEqual(500)
  expect(stored?.places).toBeLessThanOrEqual(100_000)

  const page: string[] = []
  for (const _ of many(20, () => null)) page.push((await givenInterview(TALK)).id)
  const asked = many(500, (index) => ask(`Question ${index}?`, [index % 4]))
  await db().transaction(async (tx) => {
    for (const one of page) await tx.delete(interviewFacts).where(eq(interviewFacts.interviewId, one))
    await storeFacts(
      tx,
      page.map((one) => ({ id: one, ...TALK, questions: asked })),
    )
  })
  for (const one of page) expect(await db().$count(questionAnswers, eq(questionAnswers.interviewId, one))).toBe(500)
})
