// How a flow is shared out, and what is handed out twice.
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '../db/client'
import { members, memberTeams } from '../db/schema/members'
import { givenViewer } from '../db/testing/fixtures'
import { assigning } from './assignment'
import { assignByHand, assignFlow } from './commands'
import { findFlowAssignments } from './queries'
import {
  countOf,
  flowId,
  givenManager,
  ids,
  idsOf,
  recruiter,
  reviewers,
  shared,
  team,
  withFlowToHandOut,
} from './testing/handing-out'

withFlowToHandOut()

test('a flow is shared out evenly, what nobody has taken left out, and again is no second time', async () => {
  const { assignmentIds, unfilled } = await assignFlow(recruiter, shared())
  expect([assignmentIds.length, unfilled]).toEqual([4, 0])
  expect(await Promise.all(reviewers.map((reviewer) => countOf(reviewer)))).toEqual([2, 2])
  await expect(assignFlow(recruiter, shared())).resolves.toEqual({
    assignmentIds: [],
    redated: [],
    unfilled: 0,
    left: 0,
  })
})

test('n votes each counts whom somebody assigned before, and says what nobody chosen could take', async () => {
  await assignByHand(recruiter, { interviewIds: ids.slice(0, 1), memberIds: idsOf(reviewers).slice(0, 1), dueOn: null })
  const { assignmentIds, unfilled } = await assignFlow(recruiter, shared({ votesEach: 3 }))
  expect([assignmentIds.length, unfilled]).toEqual([7, 4])
})

test('who may not see an interview any more, or was disabled, is counted for nobody', async () => {
  const [gone, disabled] = [
    await givenViewer({ role: 'reviewer', teams: [team] }),
    await givenViewer({ role: 'reviewer', teams: [team] }),
  ]
  await assignByHand(recruiter, { interviewIds: ids, memberIds: idsOf([gone, disabled]), dueOn: null })
  await expect(findFlowAssignments(recruiter, flowId)).resolves.toMatchObject({ interviews: 4, unassigned: 0 })
  await db().delete(memberTeams).where(eq(memberTeams.memberId, gone.memberId))
  await db().update(members).set({ disabledAt: new Date().toISOString() }).where(eq(members.id, disabled.memberId))
  await expect(findFlowAssignments(recruiter, flowId)).resolves.toMatchObject({ interviews: 4, unassigned: 4 })
  const { assignmentIds, unfilled } = await assignFlow(recruiter, shared({ votesEach: 2 }))
  expect([assignmentIds.length, unfilled]).toEqual([8, 0])
})

test('a member who is named twice is one, however that is written', async () => {
  const [one = ''] = idsOf(reviewers)
  const wanted = { flowId, memberIds: [one, one.toUpperCase(), one], votesEach: 2 }
  const draft = assigning.parse(wanted)
  if (!('flowId' in draft)) throw new Error('not of a flow')
  const { assignmentIds, unfilled } = await assignFlow(recruiter, draft)
  expect([assignmentIds.length, unfilled]).toEqual([4, 4])
  const byHand = assigning.parse({ interviewIds: [...ids, ...ids], memberIds: wanted.memberIds })
  if (!('interviewIds' in byHand)) throw new Error('not by hand')
  await expect(assignByHand(recruiter, byHand)).resolves.toEqual({
    assignmentIds: [],
    redated: [],
    unfilled: 0,
    left: 0,
  })
})

test('two who share out at once assign nobody twice and no interview too often', async () => {
  const other = await givenManager({ teams: [team] })
  await Promise.all([assignFlow(recruiter, shared()), assignFlow(other, shared())])
  expect(await Promise.all(reviewers.map((reviewer) => countOf(reviewer)))).toEqual([2, 2])
})

test('how a flow is handed out is told by member, with what each of them sees', async () => {
  await assignByHand(recruiter, { interviewIds: ids.slice(0, 3), memberIds: idsOf(reviewers).slice(0, 1), dueOn: null })
  const found = await findFlowAssignments(recruiter, flowId)
  expect(found).toMatchObject({ interviews: 4, unassigned: 1 })
  const assigned = new Map(found.members.map(({ member, ...counts }) => [member.id, counts]))
  expect(idsOf(reviewers).map((id) => assigned.get(id))).toEqual([
    { sees: 4, assigned: 3 },
    { sees: 4, assigned: 0 },
  ])
})
