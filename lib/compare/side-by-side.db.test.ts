import { beforeEach, expect, test } from 'vitest'
import type { May, Viewer } from '../auth/viewer'
import { givenViewer, whoMay } from '../db/testing/fixtures'
import { givenFlow, givenInterview, type GivenInterview } from '../db/testing/interview'
import { setBlindness } from '../flows/commands'
import type { InterviewId } from '../interviews/interview-id'
import { writeNote } from '../notes/commands'
import { castVote } from '../votes/commands'
import { aliasOf, interviewsOfLink } from './alias'
import { giveRating, hideNames, writeAnchors } from './commands'
import { findAnswers, findMatrix, findSideBySide, listFinalists } from './queries'
import { asked, givenTalkWith, NIGHT, NIGHT_KEY, OLD, OLD_KEY, type Talk, WHY, WHY_KEY } from './testing/talks'

const SCALE = { one: 'Blames others.', three: null, five: 'Names their own mistake.' }

let flowId: string
let viewer: Viewer & May<'rating.give'>
let lead: May<'names.hide'> & May<'anchors.write'> & May<'blindness.set'>

beforeEach(async () => {
  flowId = (await givenFlow({ questions: [WHY, NIGHT] })).id
  viewer = await givenViewer({ role: 'reviewer' })
  lead = whoMay(whoMay(whoMay(await givenViewer(), 'names.hide'), 'anchors.write'), 'blindness.set')
})

const given = (name: string, last: string, interview: Talk = {}) => givenTalkWith({ flowId, name, last, ...interview })
const sideBySide = (ids: InterviewId[], of: Viewer = viewer) => findSideBySide(of, { flowId, ids })
const note = (of: May<'note.write'>, { id }: GivenInterview, body: string) => {
  const quote = { segment: 3, from: 0, to: 2, text: 'It' }
  return writeNote(of, { interviewId: id, noteId: crypto.randomUUID() }, { parentId: null, body, at: 12, quote })
}

test('answers stand beside each other by their question, in the order that the link says, and none is a blank', async () => {
  const ingrid = await given('Ingrid', 'It was cold.')
  const wendell = await given('Wendell', '', { questions: [asked('tell me, about A NIGHT', [2])] })
  const farida = await given('Farida', 'It rained and then', { questions: [asked(OLD, [0, 1]), asked(NIGHT, [2, 3])] })
  const { questions, finalists } = await sideBySide([farida.id, ingrid.id, wendell.id])
  expect(questions.map(({ key }) => key)).toEqual([WHY_KEY, NIGHT_KEY, OLD_KEY])
  expect(finalists.map(({ candidate }) => candidate)).toMatchObject([
    { name: 'Farida' },
    { name: 'Ingrid' },
    { name: 'Wendell' },
  ])
  expect(finalists.map(({ answers }) => answers.map(({ state }) => state))).toEqual([
    ['not_asked', 'cut_off', 'answered'],
    ['answered', 'answered', 'not_asked'],
    ['not_asked', 'not_answered', 'not_asked'],
  ])
  expect(finalists[2]?.answers[1]?.askedAs).toBe('tell me, about A NIGHT')
  // Nobody of these was asked it.
  expect((await sideBySide([ingrid.id, wendell.id])).questions.map(({ key }) => key)).toEqual([WHY_KEY, NIGHT_KEY])
})

test('an answer is the one that is compared by its question', async () => {
  const people = [await given('Ingrid', 'It was cold.'), await given('Wendell', 'It rained.')] as const
  await writeAnchors(lead, { flowId, key: NIGHT_KEY }, { ...SCALE, replaces: null })
  await giveRating(viewer, { interviewId: people[0].id, key: NIGHT_KEY }, { rating: 4 })
  await giveRating(lead, { interviewId: people[1].id, key: NIGHT_KEY }, { rating: 2 })
  await setBlindness(lead, flowId, { colleagues: false, assessment: false })
  const { questions, finalists } = await sideBySide(people.map(({ id }) => id))
  const byQuestion = await findAnswers(viewer, { flowId, key: NIGHT_KEY })
  expect(finalists.map(({ answers }) => answers[1])).toEqual(byQuestion.answers)
  expect(finalists[0]?.answers[1]?.rating).toMatchObject({ rating: 4, anchors: 1 })
  expect(finalists[1]?.answers[1]?.colleagues).toMatchObject({ is: 'shown', ratings: [{ rating: 2 }] })
  expect(questions.map(({ anchors }) => anchors)).toEqual([null, { version: 1, ...SCALE }])
})

test('whoever is of another flow, of a team that is not the reader’s, not taken or not there at all is as if missing', async () => {
  const ingrid = await given('Ingrid', 'It was cold.')
  const others = [
    await given('Wendell', 'It rained.', { flowId: (await givenFlow()).id }),
    await given('Farida', 'It rained.', { teamId: 'elsewhere' }),
    await givenInterview({ flowId, state: 'not_taken', segments: [], words: [], talk: null }),
  ]
  const ids = [
    ...others.map(({ id }) => id),
    ...interviewsOfLink(viewer, ['nobody', 'x'.repeat(300), 'hidden.nothing']),
  ]
  const told = await sideBySide([...ids, ingrid.id], await givenViewer({ teams: ['team_a'] }))
  expect(told.finalists.map(({ interview }) => interview)).toEqual([ingrid.id])
})

test('scores, votes, notes and ratings of colleagues are hidden until the reader has voted; their own never are', async () => {
  await setBlindness(lead, flowId, { colleagues: true, assessment: true })
  const ingrid = await given('Ingrid', 'It was cold.', { generalScore: 4 })
  await castVote(lead, ingrid.id, { vote: 'hire', reason: 'Calm' })
  await giveRating(lead, { interviewId: ingrid.id, key: WHY_KEY }, { rating: 5 })
  await note(lead, ingrid, 'Theirs')
  await note(viewer, ingrid, 'Mine')
  const finalist = async () => (await sideBySide([ingrid.id])).finalists[0]
  expect(await finalist()).toMatchObject({
    assessment: { is: 'hidden' },
    votes: { mine: null, others: { is: 'hidden', until: 'my_vote' } },
    notes: [{ body: 'Mine', quote: 'It', at: 12 }],
  })
  expect((await finalist())?.answers[0]?.colleagues).toEqual({ is: 'hidden', until: 'my_vote' })

  await castVote(viewer, ingrid.id, { vote: 'no_hire', reason: 'Cold' })
  expect(await finalist()).toMatchObject({
    assessment: { is: 'shown', generalScore: 4 },
    votes: {
      mine: { vote: 'no_hire' },
      all: [
        { vote: 'no_hire', reason: 'Cold' },
        { vote: 'hire', reason: 'Calm' },
      ],
    },
    notes: [{ body: 'Theirs' }, { body: 'Mine' }],
  })
  expect((await finalist())?.answers[0]?.colleagues).toMatchObject({ ratings: [{ rating: 5 }] })
})

test('where a flow hides names nothing of a finalist says one, not even what was written of them', async () => {
  const people = await Promise.all([
    given('Ingrid Solheim', 'I am Ingrid.'),
    given('Wendell Ostrander', 'Ask Wendell.'),
    given('Farida Benkhalifa', 'Farida here.'),
  ])
  const ids = people.map(({ id }) => id)
  await setBlindness(lead, flowId, { colleagues: false, assessment: false })
  for (const person of people) {
    await note(lead, person, `Good answer, ${person.candidate.name}`)
    await castVote(lead, person.id, { vote: 'hire', reason: `${person.candidate.name} is calm` })
  }
  await hideNames(lead, flowId, true)
  const told = await sideBySide(ids)
  for (const secret of ['ngrid', 'olheim', 'endell', 'strander', 'arida', 'enkhalifa', ...ids])
    expect(JSON.stringify(told)).not.toContain(secret)
  expect(told.finalists[0]?.notes[0]?.body).toMatch(/^Good answer, ▇+ ▇+$/)

  const letters = told.finalists.map(({ candidate }) => (candidate.is === 'hidden' ? candidate.letter : ''))
  expect(letters).toEqual(letters.toSorted((a, b) => (a < b ? -1 : 1)))
  // In whatever order they are chosen, by their ids or by what this reader has instead.
  const aliases = ids.map((id) => aliasOf(viewer, id)).toReversed()
  expect(await sideBySide(interviewsOfLink(viewer, aliases))).toEqual(told)
  expect((await sideBySide(interviewsOfLink(lead, aliases), lead)).finalists).toEqual([])
})

test('who was chosen by letters is called by an id once names come, and the other way round once they go', async () => {
  const people = [
    await given('Ingrid', 'It was cold.'),
    await given('Wendell', 'It rained.'),
    await given('Farida', ''),
  ]
  const called = async (chosen: string[], of = viewer) =>
    listFinalists(of, { flowId, ids: interviewsOfLink(of, chosen) })
  const inMatrix = async () => (await findMatrix(viewer, flowId)).rows.map(({ interview }) => interview)
  const [first, , last] = people.map(({ id }) => id)
  const chosen = [last, first].filter((id) => id !== undefined)
  expect(await called([...chosen, 'nobody'])).toEqual(chosen)

  await hideNames(lead, flowId, true)
  const letters = await called(chosen)
  const aliases = chosen.map((id) => aliasOf(viewer, id))
  expect(letters.toSorted()).toEqual(aliases.toSorted())
  // In the order of the letters, which tells nobody who is who.
  expect((await inMatrix()).filter((alias) => letters.includes(alias))).toEqual(letters)
  expect(await called(letters)).toEqual(letters)
  expect(await called(letters, lead)).toEqual([])

  await hideNames(lead, flowId, false)
  expect((await called(letters)).toSorted()).toEqual(chosen.toSorted())
})
