// What cannot be handed out, and to whom not: what somebody may not see, or nobody can judge.
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { may } from '../auth/viewer'
import { db } from '../db/client'
import { members } from '../db/schema/members'
import { givenViewer } from '../db/testing/fixtures'
import { asId, givenInterview } from '../db/testing/interview'
import { invalidateInterview } from '../validity/commands'
import { assignByHand, assignFlow } from './commands'
import { findAsks, findChosenAssignments, findFlowAssignments } from './queries'
import {
  ask,
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

test('a member who may not see it is not told apart from one who does not exist, or was disabled', async () => {
  const stranger = await givenViewer({ role: 'reviewer', teams: [crypto.randomUUID()] })
  const former = await givenViewer({ role: 'reviewer', teams: [team] })
  await db().update(members).set({ disabledAt: new Date().toISOString() }).where(eq(members.id, former.memberId))
  const [interviewId = asId('none')] = ids
  for (const memberId of [stranger.memberId, former.memberId, crypto.randomUUID()]) {
    const memberIds = [...idsOf(reviewers), memberId]
    const refused = expect.objectContaining({ code: 'reviewer_not_found' })
    await expect(assignFlow(recruiter, shared({ memberIds }))).rejects.toEqual(refused)
    await expect(assignByHand(recruiter, { interviewIds: [interviewId], memberIds, dueOn: null })).rejects.toEqual(
      refused,
    )
    await expect(ask(recruiter, interviewId, memberId)).rejects.toEqual(refused)
  }
  expect((await findAsks(recruiter, interviewId)).askable.map(({ id }) => id)).not.toContain(stranger.memberId)
  await expect(countOf(stranger)).resolves.toBe(0)
})

test('nobody hands out or asks for what they may not see themselves', async () => {
  const elsewhere = await givenManager({ teams: [crypto.randomUUID()] })
  const [interviewId = asId('none')] = ids
  const notFound = expect.objectContaining({ code: 'interview_not_found' })
  const byHand = { interviewIds: [interviewId], memberIds: idsOf(reviewers), dueOn: null }
  await expect(assignByHand(elsewhere, byHand)).rejects.toEqual(notFound)
  await expect(ask(elsewhere, interviewId, recruiter.memberId)).rejects.toEqual(notFound)
  await expect(findFlowAssignments(elsewhere, flowId)).resolves.toEqual({ interviews: 0, unassigned: 0, members: [] })
  await expect(findChosenAssignments(elsewhere, ids)).resolves.toEqual({ interviews: 0, unassigned: 0, members: [] })
  await expect(assignFlow(elsewhere, shared())).rejects.toMatchObject({ code: 'reviewer_not_found' })
})

test('what nobody has taken is neither assigned nor asked for', async () => {
  const { id } = await givenInterview({ teamId: team, flowId, state: 'not_taken' })
  const [memberId = ''] = idsOf(reviewers)
  const notFound = expect.objectContaining({ code: 'interview_not_found' })
  await expect(assignByHand(recruiter, { interviewIds: [id], memberIds: [memberId], dueOn: null })).rejects.toEqual(
    notFound,
  )
  await expect(ask(recruiter, id, memberId)).rejects.toEqual(notFound)
})

test('of many that are assigned by hand what cannot be judged, or be seen by a member, is left out and counted', async () => {
  const other = crypto.randomUUID()
  const everywhere = await givenManager({})
  const [one, two] = reviewers
  if (!one || !two) throw new Error('no reviewers')
  const judged = await givenInterview({ teamId: other })
  const notTaken = await givenInterview({ teamId: team, flowId, state: 'not_taken' })
  const invalid = await givenInterview({ teamId: team, flowId })
  if (!may(everywhere, 'interview.invalidate')) throw new Error('may not')
  await invalidateInterview(everywhere, invalid.id, { cause: 'too_little_said', reason: null })
  const interviewIds = [...ids, judged.id, notTaken.id, invalid.id, asId('none')]

  await expect(findChosenAssignments(everywhere, interviewIds)).resolves.toMatchObject({ interviews: 5, unassigned: 5 })
  const { assignmentIds, unfilled } = await assignByHand(everywhere, {
    ...{ interviewIds, memberIds: [one.memberId, everywhere.memberId], dueOn: null },
  })
  expect([assignmentIds.length, unfilled]).toEqual([9, 7])
  expect(await Promise.all([one, everywhere, two].map((member) => countOf(member)))).toEqual([4, 5, 0])

  const { members: rows } = await findChosenAssignments(everywhere, interviewIds)
  const counted = new Map(rows.map(({ member, ...counts }) => [member.id, counts]))
  expect([one, two, everywhere].map(({ memberId }) => counted.get(memberId))).toEqual([
    { sees: 4, assigned: 4 },
    { sees: 4, assigned: 0 },
    { sees: 5, assigned: 5 },
  ])
})
