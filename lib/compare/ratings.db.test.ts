// What a member thinks of an answer, and the scale that they give it on.
import { and, eq, isNull } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { db } from '../db/client'
import { ratings } from '../db/schema/ratings'
import { whoMay } from '../db/testing/fixtures'
import { givenFlow } from '../db/testing/interview'
import { setBlindness } from '../flows/commands'
import { castVote } from '../votes/commands'
import { giveRating, withdrawRating, writeAnchors } from './commands'
import { findAnswers } from './queries'
import { asked, type CompareScene, givenCompareScene, NIGHT, NIGHT_KEY, OLD_KEY, WHY } from './testing/talks'

const SCALE = { one: 'Blames others.', three: null, five: 'Names their own mistake.' }

let flowId: string
let viewer: CompareScene['viewer']
let lead: CompareScene['lead']
let given: CompareScene['given']
let answersTo: CompareScene['answersTo']
let rate: CompareScene['rate']

beforeEach(async () => {
  ;({ flowId, viewer, lead, given, answersTo, rate } = await givenCompareScene())
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
