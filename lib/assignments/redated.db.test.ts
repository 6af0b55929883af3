// What is handed out again, for another day, and taken back.
import { expect, test } from 'vitest'
import type { May } from '../auth/viewer'
import { asId } from '../db/testing/interview'
import type { InterviewId } from '../interviews/interview-id'
import { assignByHand, assignFlow } from './commands'
import { findAsks } from './queries'
import {
  ask,
  givenManager,
  ids,
  idsOf,
  recruiter,
  reviewers,
  shared,
  standing,
  team,
  withdraw,
  withFlowToHandOut,
} from './testing/handing-out'

withFlowToHandOut()

test('assigning again keeps one and takes the newer day; asking again says it anew', async () => {
  const [interviewId = asId('none')] = ids
  const [memberId = ''] = idsOf(reviewers)
  const byHand = { interviewIds: [interviewId], memberIds: [memberId], dueOn: null }
  await assignByHand(recruiter, byHand)
  await expect(assignByHand(recruiter, { ...byHand, dueOn: '2026-12-01' })).resolves.toEqual({
    assignmentIds: [],
    redated: [{ assignmentIds: [expect.any(String)], from: null, to: '2026-12-01' }],
    unfilled: 0,
    left: 0,
  })
  await expect(assignByHand(recruiter, byHand)).resolves.toMatchObject({ redated: [] })
  await ask(recruiter, interviewId, memberId, 'Please look')
  await ask(recruiter, interviewId, memberId, 'Please look by Friday')
  expect(await standing(memberId)).toMatchObject([
    { kind: 'assigned', dueOn: '2026-12-01' },
    { kind: 'asked', message: 'Please look by Friday' },
  ])
})

test('another day is in the name of who gave it, and the same one again in that of who did before', async () => {
  const [memberId = ''] = idsOf(reviewers)
  const other = await givenManager({ teams: [team] })
  const give = (by: May<'assignment.manage'>, dueOn: string | null) =>
    assignByHand(by, { interviewIds: ids.slice(0, 1), memberIds: [memberId], dueOn })
  await give(recruiter, '2026-12-01')
  for (const dueOn of ['2026-12-01', null]) {
    await give(other, dueOn)
    expect(await standing(memberId)).toMatchObject([{ byId: recruiter.memberId, dueOn: '2026-12-01' }])
  }
  await give(other, '2026-12-04')
  expect(await standing(memberId)).toMatchObject([{ byId: other.memberId, dueOn: '2026-12-04' }])
})

test('what got another day is due on the one before again when that is taken back, and what is new is withdrawn', async () => {
  const [memberId = ''] = idsOf(reviewers)
  const give = (interviewIds: InterviewId[], dueOn: string | null) =>
    assignByHand(recruiter, { interviewIds, memberIds: [memberId], dueOn })
  const daysOf = async () =>
    (await standing(memberId)).map(({ dueOn }) => dueOn ?? 'none').toSorted((a, b) => a.localeCompare(b))
  await give(ids.slice(0, 1), null)
  await give(ids.slice(1, 3), '2026-12-01')
  const all = await give(ids, '2026-12-04')
  expect([
    all.assignmentIds.length,
    all.redated.map(({ from, assignmentIds }) => [from, assignmentIds.length]),
  ]).toEqual([
    1,
    expect.arrayContaining([
      [null, 1],
      ['2026-12-01', 2],
    ]),
  ])
  expect(await daysOf()).toEqual(Array(4).fill('2026-12-04'))
  // Whom no interview of theirs is to be handed out by: nothing happens.
  for (const by of [await givenManager({ teams: [] }), reviewers[1]])
    if (by) await expect(withdraw(by, all.assignmentIds, all.redated)).resolves.toBe(0)
  expect(await daysOf()).toEqual(Array(4).fill('2026-12-04'))

  // Somebody has given one of them a third day since.
  await give(ids.slice(1, 2), '2026-12-09')
  await expect(withdraw(recruiter, all.assignmentIds, all.redated)).resolves.toBe(1)
  expect(await daysOf()).toEqual(['2026-12-01', '2026-12-09', 'none'])
})

test('whoever hands out takes back anybody’s; a reviewer only what they asked for themselves', async () => {
  const [one, two] = reviewers
  const [interviewId = asId('none')] = ids
  if (!one || !two) throw new Error('no reviewers')
  const { assignmentIds } = await assignFlow(recruiter, shared())
  await ask(one, interviewId, two.memberId)
  const mine = (await findAsks(one, interviewId)).asked.map(({ id }) => id)
  expect((await findAsks(two, interviewId)).asked).toEqual([])

  await expect(withdraw(two, [...assignmentIds, ...mine])).resolves.toBe(0)
  await expect(withdraw(one, [...assignmentIds, ...mine])).resolves.toBe(1)
  await expect(withdraw(recruiter, assignmentIds)).resolves.toBe(4)
  await expect(withdraw(recruiter, assignmentIds)).resolves.toBe(0)
  await expect(withdraw(await givenManager({ teams: [] }), assignmentIds)).resolves.toBe(0)
  await expect(assignFlow(recruiter, shared())).resolves.toMatchObject({ assignmentIds: { length: 4 } })
})
