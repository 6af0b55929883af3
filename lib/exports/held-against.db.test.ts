// Must hold 4 and 49: what members hold against an interview and its scores is exported to whoever may know it.
import { beforeEach, expect, test } from 'vitest'
import { NO_SCORES } from '../assessment/scores'
import type { May, Viewer } from '../auth/viewer'
import { givenViewer, whoMay } from '../db/testing/fixtures'
import { givenFlow, givenInterview } from '../db/testing/interview'
import { setBlindness } from '../flows/commands'
import type { InterviewId } from '../interviews/interview-id'
import { EVERYTHING } from '../interviews/list/filter'
import { invalidateInterview, overrideScore } from '../validity/commands'
import { findValidity } from '../validity/queries'
import { castVote } from '../votes/commands'
import { exportInterview, exportInterviews } from './commands'
import { tableOf } from './interview-table'
import { all, givenExporter, STYLE, textOf } from './testing/given-exports'
import { readTable } from './testing/read-table'

const HIDDEN = { is: 'hidden', until: 'my_vote' }
const TITLES = ['Invalid', 'Invalid reason', 'Scores held to be wrong']

let team: string
let flowId: string
let viewer: May<'export.create'>
let ben: Viewer
let id: InterviewId
beforeEach(async () => {
  team = crypto.randomUUID()
  flowId = (await givenFlow({ teamId: team })).id
  viewer = await givenExporter([team])
  ben = await givenViewer({ role: 'reviewer', teams: [team] })
  id = (await givenInterview({ teamId: team, flowId, scores: { ...NO_SCORES, skills: 2, fluency: 3 } })).id
  await hide({ colleagues: false, assessment: false })
})

const hide = (hides: { colleagues: boolean; assessment: boolean }) =>
  setBlindness(whoMay(viewer, 'blindness.set'), flowId, hides)
const hold = (of: Viewer, score: 'skills' | 'fluency', reason: string) =>
  overrideScore(of, { interviewId: id, score }, { reason })
const rows = async () => all(await exportInterviews(viewer, EVERYTHING, 'json'))

async function cells() {
  const [titles = [], cells = []] = readTable(
    await textOf(tableOf(await exportInterviews(viewer, EVERYTHING, 'csv'), STYLE)),
    ',',
  )
  return TITLES.map((title) => cells[titles.indexOf(title)])
}

test('a record, a list and a table say which scores are held to be wrong, and why an interview is invalid', async () => {
  expect(await cells()).toEqual(['', '', ''])
  await hold(ben, 'skills', 'She ran it for years')
  await hold(viewer, 'fluency', 'The line was bad')
  await invalidateInterview(ben, id, { cause: 'technical_failure', reason: 'No sound after a minute' })
  const validity = await findValidity(viewer, id)
  expect(validity).toMatchObject({ invalid: { reason: 'No sound after a minute' }, overrides: [{}, {}] })
  expect((await exportInterview(viewer, id)).validity).toEqual(validity)
  expect(await rows()).toMatchObject([
    {
      invalidReason: 'No sound after a minute',
      overrides: validity.overrides,
      invalid: { cause: 'technical_failure' },
    },
  ])
  expect(await cells()).toEqual([
    'technical_failure',
    'No sound after a minute',
    `${ben.email} says skills is wrong: She ran it for years | ${viewer.email} says fluency is wrong: The line was bad`,
  ])
})

test.each([
  { colleagues: true, assessment: true },
  { colleagues: true, assessment: false },
  { colleagues: false, assessment: true },
])('what a flow hides of it (%o) says so until its reader has voted, but for what they wrote', async (hides) => {
  await hold(ben, 'skills', 'She ran it for years')
  await hold(viewer, 'fluency', 'The line was bad')
  await hide(hides)
  const own = `${viewer.email} says fluency is wrong: The line was bad | hidden`
  expect(await cells()).toEqual(['', '', own])
  const hidden = { overrides: [{ score: 'fluency' }], othersOverrides: HIDDEN }
  expect(await rows()).toMatchObject([hidden])
  expect((await exportInterview(viewer, id)).validity).toMatchObject(hidden)
  await castVote(whoMay(viewer, 'vote.cast'), id, { vote: 'hire' })
  const shown = { overrides: [{ score: 'skills' }, { score: 'fluency' }], othersOverrides: { is: 'shown' } }
  expect(await rows()).toMatchObject([shown])
  expect((await exportInterview(viewer, id)).validity).toMatchObject(shown)
  expect((await cells())[2]).not.toContain('hidden')
})

test('why a colleague marked it is hidden from who has not voted, and that it is marked is not', async () => {
  await hide({ colleagues: true, assessment: true })
  await invalidateInterview(ben, id, { cause: 'other_speaker', reason: 'Her brother answered' })
  expect(await cells()).toEqual(['other_speaker', 'hidden', 'hidden'])
  expect((await rows())[0]?.invalidReason).toEqual(HIDDEN)
  expect((await exportInterview(viewer, id)).validity.invalid?.reason).toEqual(HIDDEN)
})

test('ratings of what is invalid are told, and count in no mean', async () => {
  const [row] = await rows()
  if (!row) throw new Error('there is none')
  const rated = { ...row, ratings: [2, 5].map((rating) => ({ key: 'a', question: 'Why?', rating })) }
  const invalid = { cause: 'technical_failure', by: { id: ben.memberId, email: ben.email, name: null } } as const
  async function* batches() {
    yield [rated, { ...rated, invalid }]
  }
  const [titles = [], ...cells] = readTable(await textOf(tableOf(batches(), STYLE)), ',')
  const column = (title: string) => cells.map((one) => one[titles.indexOf(title)])
  expect(column('My ratings')).toEqual(['2 Why? | 5 Why?', '2 Why? | 5 Why?'])
  expect(column('Mean of my ratings')).toEqual(['3.5', ''])
})
