import { beforeEach, expect, test } from 'vitest'
import type { May, Viewer } from '../auth/viewer'
import { givenViewer } from '../db/testing/fixtures'
import { givenFlow } from '../db/testing/interview'
import type { InterviewId } from '../interviews/interview-id'
import { giveRating, withdrawRating } from './commands'
import { findAnswers } from './queries'
import { type KnownRating, readKnownRating } from './rating-draft'
import type { Rating } from './rating'
import { givenTalkWith, NIGHT, NIGHT_KEY, WHY } from './testing/talks'

let flowId: string
let viewer: Viewer & May<'rating.give'>
let interviewId: InterviewId
beforeEach(async () => {
  flowId = (await givenFlow({ questions: [WHY, NIGHT] })).id
  viewer = await givenViewer({ role: 'reviewer' })
  interviewId = (await givenTalkWith({ flowId, name: 'Ingrid', last: 'It was cold.' })).id
})

const ref = () => ({ interviewId, key: NIGHT_KEY })
const rate = (rating: Rating, known: KnownRating = {}) => giveRating(viewer, ref(), { rating, ...known })
const withdraw = (known: KnownRating = {}) => withdrawRating(viewer, ref(), known)
const stands = async () => (await findAnswers(viewer, { flowId, key: NIGHT_KEY })).answers[0]?.rating?.rating ?? null
const CHANGED = { code: 'rating_changed' }

test('a rating takes the place of the one that its author knew of, and of no other', async () => {
  const first = await rate(3, { replaces: null })
  await expect(rate(4, { replaces: null })).rejects.toMatchObject(CHANGED)
  const second = await rate(4, { replaces: first.ratedAt })
  await expect(rate(5, { replaces: first.ratedAt })).rejects.toMatchObject(CHANGED)
  await expect(withdraw({ replaces: first.ratedAt })).rejects.toMatchObject(CHANGED)
  await expect(withdraw({ replaces: null })).rejects.toMatchObject(CHANGED)
  expect(await stands()).toBe(4)
  await withdraw({ replaces: second.ratedAt })
  expect(await stands()).toBe(null)
  // It was taken back elsewhere.
  await expect(rate(5, { replaces: second.ratedAt })).rejects.toMatchObject(CHANGED)
})

test('the same twice is once, whatever its author knew of, and what is not there stays so', async () => {
  const first = await rate(3, { replaces: null })
  expect(await rate(3, { replaces: null })).toEqual(first)
  await withdraw()
  await withdraw({ replaces: first.ratedAt })
  expect(await stands()).toBe(null)
})

test('what was sent without an answer is its author’s own', async () => {
  await rate(3, { replaces: null })
  await rate(4, { replaces: null, unanswered: [3] })
  expect(await stands()).toBe(4)
  await expect(withdraw({ replaces: null, unanswered: [3] })).rejects.toMatchObject(CHANGED)
  await withdraw({ replaces: null, unanswered: [3, 4] })
  const before = new Date(0).toISOString()
  await rate(5, { replaces: before, unanswered: [null] })
  expect(await stands()).toBe(5)
})

test('whoever did not look replaces whatever stands', async () => {
  await rate(3)
  await rate(4)
  expect(await stands()).toBe(4)
  await withdraw()
  expect(await stands()).toBe(null)
})

const read = (search: string) => readKnownRating(new URLSearchParams(search))

test('a withdrawal says in its address what it knows, and nothing else', () => {
  expect(read('')).toEqual({ unanswered: [] })
  expect(read('replaces=none&unanswered=3&unanswered=none')).toEqual({ replaces: null, unanswered: [3, null] })
  expect(read('replaces=2026-01-01T01:00:00%2B01:00').replaces).toBe('2026-01-01T00:00:00.000Z')
  for (const search of ['replaces=yesterday', 'replaces=', 'unanswered=6', 'unanswered=', 'unanswered=x'])
    expect(() => read(search)).toThrow(expect.objectContaining({ code: 'invalid_input' }))
})
