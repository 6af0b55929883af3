// Must hold 49: what a list is narrowed and sorted by is what its reader may know of the votes.
import { expect, test } from 'vitest'
import type { Viewer } from '../../auth/viewer'
import { db } from '../../db/client'
import { flowSettings } from '../../db/schema/flow-settings'
import { givenViewer } from '../../db/testing/fixtures'
import { givenInterview } from '../../db/testing/interview'
import { castVote, withdrawVote } from '../../votes/commands'
import type { InterviewId } from '../interview-id'
import type { Vote } from '../vote'
import { VOTE_OUTCOMES, votesComeTo } from '../vote-outcome'
import { EVERYTHING } from './filter'
import { requireInterviewFilter } from './required-filter'
import { countChoices, listInterviews } from './queries'

const CAST: Vote[][] = [
  [],
  ['hire'],
  ['no_hire', 'strong_no_hire'],
  ['strong_hire', 'hire', 'hire'],
  ['strong_hire', 'no_hire'],
  ['hire', 'strong_no_hire', 'hire'],
]

/** Interviews of one flow with these votes of colleagues, and one that was not taken. */
async function givenVotes({ isBlind }: { isBlind: boolean }) {
  const [teamId, flowId] = [crypto.randomUUID(), crypto.randomUUID()]
  await db().insert(flowSettings).values({ flowId, blindColleagues: isBlind, blindAssessment: false })
  const colleagues = await Promise.all(Array.from({ length: 3 }, () => givenViewer({ teams: [teamId] })))
  const ids: InterviewId[] = []
  for (const votes of CAST) {
    const { id } = await givenInterview({ teamId, flowId })
    ids.push(id)
    for (const [index, vote] of votes.entries()) {
      const colleague = colleagues[index]
      if (colleague) await castVote(colleague, id, { vote })
    }
  }
  await givenInterview({ teamId, flowId, state: 'not_taken', talk: null })
  return { ids, viewer: await givenViewer({ teams: [teamId] }) }
}

async function find(viewer: Viewer, search: string) {
  const page = await listInterviews(viewer, requireInterviewFilter(new URLSearchParams(search)))
  expect(page.total).toBe(page.items.length)
  return page.items
}

test('a filter by what the votes come to finds what the rows show, and counts it', async () => {
  const { viewer, ids } = await givenVotes({ isBlind: false })
  const rows = await find(viewer, '')
  for (const outcome of VOTE_OUTCOMES) {
    const expected = rows.filter(
      ({ state, votes }) => state !== 'not_taken' && votes.is === 'shown' && votesComeTo(votes.counts) === outcome,
    )
    expect(expected.length).toBeGreaterThan(0)
    expect(await find(viewer, `votes=${outcome}`)).toEqual(expected)
    expect(await countChoices(viewer, EVERYTHING, 'votes')).toContainEqual({ value: outcome, count: expected.length })
  }
  const split = new Set((await find(viewer, 'votes=split')).map(({ id }) => id))
  expect(split).toEqual(new Set([ids[4], ids[5]]))
})

test('sorted by votes, those come first whom most would hire, and last those of whom nothing is known', async () => {
  const { viewer, ids } = await givenVotes({ isBlind: false })
  const sorted = (await find(viewer, 'sort=-votes&state=ready')).map(({ id }) => id)
  expect(sorted).toEqual([3, 1, 5, 4, 2, 0].map((index) => ids[index]))
})

test('hidden votes are in no choice, no count and no order, until their reader has voted', async () => {
  const { viewer, ids } = await givenVotes({ isBlind: true })
  for (const outcome of VOTE_OUTCOMES) expect(await find(viewer, `votes=${outcome}`)).toEqual([])
  expect(await countChoices(viewer, EVERYTHING, 'votes')).toEqual([])
  const byId = (await find(viewer, 'sort=votes')).map(({ id }) => id)
  expect(byId).toEqual(byId.toSorted())
  expect((await find(viewer, 'sort=-votes')).map(({ id }) => id)).toEqual(byId.toReversed())

  const split = ids[4]
  if (split) await castVote(viewer, split, { vote: 'hire' })
  expect((await find(viewer, 'votes=split')).map(({ id }) => id)).toEqual([split])
  expect((await find(viewer, 'sort=-votes'))[0]?.id).toBe(split)
})

test('one’s own vote is found whatever is hidden, and not voted is what could be', async () => {
  const { viewer, ids } = await givenVotes({ isBlind: true })
  const [mine] = ids
  if (!mine) throw new Error('there is none')
  await castVote(viewer, mine, { vote: 'strong_hire' })
  expect((await find(viewer, 'vote=strong_hire')).map(({ id }) => id)).toEqual([mine])
  expect((await find(viewer, 'vote=none')).map(({ id }) => id).toSorted()).toEqual(ids.slice(1).toSorted())
  await withdrawVote(viewer, mine)
  expect(await find(viewer, 'vote=strong_hire,hire')).toEqual([])
  expect(await find(viewer, 'vote=none,no_hire')).toHaveLength(ids.length)
})
