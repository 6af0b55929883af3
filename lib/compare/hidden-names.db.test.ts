// Candidates by letters: what is told of them names nobody, until all is rated or their names are shown.
import { beforeEach, expect, test } from 'vitest'
import type { Viewer } from '../auth/viewer'
import { givenViewer } from '../db/testing/fixtures'
import { interviewOfParameter } from './alias'
import { giveRating, hideNames, revealNames, withdrawRating } from './commands'
import { findAnswer, findAnswers, findAnswersInSight, findMatrix, findQuestions } from './queries'
import { type CompareScene, givenCompareScene, NIGHT_KEY, WHY_KEY } from './testing/talks'

let flowId: string
let viewer: CompareScene['viewer']
let lead: CompareScene['lead']
let given: CompareScene['given']
let answersTo: CompareScene['answersTo']
let rate: CompareScene['rate']

beforeEach(async () => {
  ;({ flowId, viewer, lead, given, answersTo, rate } = await givenCompareScene())
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

test('once names are shown their reader is told which alias was whose, and nobody is where none were hidden', async () => {
  await Promise.all([given('Ingrid', 'Hello.'), given('Wendell', 'Hello.')])
  expect((await answersTo(NIGHT_KEY)).map(({ alias }) => alias)).toEqual([null, null])
  await hideNames(lead, flowId, true)
  const hidden = await answersTo(NIGHT_KEY)
  expect(hidden.map(({ alias }) => alias)).toEqual([null, null])
  await revealNames(viewer, flowId)
  const shown = await answersTo(NIGHT_KEY)
  expect(shown.map(({ alias }) => alias)).toEqual(hidden.map(({ interview }) => interview))
  for (const { interview, alias } of shown) expect(interviewOfParameter(viewer, alias ?? '')).toBe(interview)
})
