import { beforeEach, expect, test } from 'vitest'
import type { Viewer } from '../../auth/viewer'
import { db } from '../../db/client'
import { flowSettings } from '../../db/schema/flow-settings'
import { givenViewer } from '../../db/testing/fixtures'
import { givenInterview } from '../../db/testing/interview'
import type { InterviewId } from '../../interviews/interview-id'
import type { Vote } from '../../interviews/vote'
import { deleteNote, writeNote } from '../../notes/commands'
import { invalidateInterview, withdrawInvalidation } from '../../validity/commands'
import { castVote, withdrawVote } from '../commands'
import { listSplits } from './queries'

let teamId: string
let team: [Viewer, Viewer, Viewer]
beforeEach(async () => {
  teamId = crypto.randomUUID()
  const member = () => givenViewer({ teams: [teamId] })
  team = [await member(), await member(), await member()]
})

async function givenVotes(flowId: string | null, ...votes: Vote[]): Promise<InterviewId> {
  const { id } = await givenInterview({ teamId, flowId })
  for (const [index, vote] of votes.entries()) {
    const member = team[index]
    if (member) await castVote(member, id, { vote, reason: `Because of ${vote}` })
  }
  return id
}

const idsOf = async (viewer: Viewer, flowIds: string[] = []) =>
  (await listSplits(viewer, flowIds)).items.map(({ interview }) => interview.id)

test('the widest splits come first, then those with more on the smaller side; who agrees is not on the agenda', async () => {
  const narrow = await givenVotes('one', 'hire', 'no_hire')
  const widest = await givenVotes('one', 'strong_hire', 'strong_no_hire')
  const wide = await givenVotes('other', 'strong_hire', 'no_hire', 'hire')
  await givenVotes('one', 'hire', 'strong_hire', 'hire')
  await givenVotes('one', 'strong_no_hire', 'no_hire')
  const withdrawn = await givenVotes('one', 'hire', 'no_hire')
  await withdrawVote(team[1], withdrawn)

  expect(await idsOf(team[0])).toEqual([widest, wide, narrow])
  expect(await idsOf(team[0], ['other'])).toEqual([wide])
  expect((await listSplits(team[0], ['one'])).total).toBe(2)
})

test('an interview that is marked as invalid is nothing to talk about, until it is valid again', async () => {
  const split = await givenVotes('one', 'hire', 'no_hire')
  await invalidateInterview(team[0], split, { cause: 'technical_failure', reason: null })
  expect(await listSplits(team[0], ['one'])).toEqual({ items: [], total: 0 })
  await withdrawInvalidation(team[0], split)
  expect(await idsOf(team[0])).toEqual([split])
})

test('each vote stands beside its reason and the words that its author quotes, the weakest first', async () => {
  const id = await givenVotes(null, 'hire', 'strong_no_hire')
  const quote = { segment: 0, from: 2, to: 5, text: 'ran' }
  const [kept, gone] = [crypto.randomUUID(), crypto.randomUUID()]
  const note = { parentId: null, body: 'Look', at: 1.5, quote }
  await writeNote(team[0], { interviewId: id, noteId: kept }, note)
  await writeNote(team[0], { interviewId: id, noteId: gone }, note)
  await deleteNote(team[0], { interviewId: id, noteId: gone })
  await writeNote(team[2], { interviewId: id, noteId: crypto.randomUUID() }, note)

  const [split] = (await listSplits(team[2], [])).items
  expect(split?.votes).toMatchObject([
    { vote: 'strong_no_hire', reason: 'Because of strong_no_hire', moments: [], member: { id: team[1].memberId } },
    { vote: 'hire', moments: [{ noteId: kept, at: 1.5, text: 'ran' }], member: { id: team[0].memberId } },
  ])
})

test('what is hidden from a member is not on their agenda until they have voted', async () => {
  const flowId = crypto.randomUUID()
  await db().insert(flowSettings).values({ flowId, blindColleagues: true, blindAssessment: true })
  const id = await givenVotes(flowId, 'hire', 'no_hire')
  expect(await listSplits(team[2], [])).toEqual({ items: [], total: 0 })
  expect(await listSplits(await givenViewer({ teams: ['elsewhere'] }), [])).toEqual({ items: [], total: 0 })
  await castVote(team[2], id, { vote: 'hire' })
  expect(await idsOf(team[2])).toEqual([id])
})
