// Must hold 49: a request shows what it asks for of what is hidden then, and nothing that is hidden later; a vote shows all.
import { expect, test } from 'vitest'
import { setBlindness } from '../flows/commands'
import { findInterview } from '../interviews/queries'
import { castVote, revealInterview } from './commands'
import { listVotes } from './queries'
import { aiko, BLIND, flowId, HIDDEN, interview, mara, withBlindFlow } from './testing/blind-flow'
import { readAskedFor } from './vote'

withBlindFlow()

const assessmentNow = async () => (await findInterview(mara, interview.id))?.assessment.is

test.each([
  { first: { colleagues: false, assessment: true }, shown: { others: HIDDEN }, assessment: 'shown' },
  { first: { colleagues: true, assessment: false }, shown: { all: [{ vote: 'hire' }] }, assessment: 'hidden' },
])('who asked while a flow hid $first is not shown what it hides since, until they ask or vote', async (one) => {
  await setBlindness(mara, flowId, one.first)
  await revealInterview(mara, interview.id)
  await setBlindness(mara, flowId, BLIND)
  await castVote(aiko, interview.id, { vote: 'hire' })
  expect(await listVotes(mara, interview.id)).toMatchObject(one.shown)
  expect(await assessmentNow()).toBe(one.assessment)

  expect(await revealInterview(mara, interview.id)).toMatchObject({ all: [{ vote: 'hire' }] })
  expect(await assessmentNow()).toBe('shown')
})

test.each([
  { wanted: { colleagues: true, assessment: false }, shows: { all: [] }, assessment: 'hidden' },
  { wanted: { colleagues: false, assessment: true }, shows: { others: HIDDEN }, assessment: 'shown' },
])('of what is hidden only what is asked for is shown: $wanted', async ({ wanted, shows, assessment }) => {
  expect(await revealInterview(mara, interview.id, wanted)).toMatchObject(shows)
  expect(await assessmentNow()).toBe(assessment)
})

const asked = (search: string) => readAskedFor(new URLSearchParams(search))

test('what a request asks for is named, or is all that is hidden', () => {
  expect(asked('')).toEqual(BLIND)
  expect(asked('show=assessment&show=colleagues')).toEqual(BLIND)
  expect(asked('show=colleagues')).toEqual({ colleagues: true, assessment: false })
  for (const search of ['show=', 'show=votes', 'show=colleagues&show=all'])
    expect(() => asked(search)).toThrow(expect.objectContaining({ code: 'invalid_input' }))
})

test('a vote after one thing was shown by request shows the other, and says what had been seen', async () => {
  await setBlindness(mara, flowId, { colleagues: false, assessment: true })
  await revealInterview(mara, interview.id)
  await setBlindness(mara, flowId, { colleagues: true, assessment: false })
  // Scores are in sight for everybody, and what colleagues think was until now.
  expect(await castVote(mara, interview.id, { vote: 'hire' })).toMatchObject({ mine: { cast: 'open' } })
  await setBlindness(mara, flowId, BLIND)
  expect(await listVotes(mara, interview.id)).toHaveProperty('all')
  expect(await castVote(mara, interview.id, { vote: 'no_hire' })).toMatchObject({ mine: { cast: 'revealed' } })
})
