// On PostgreSQL these writers run at the same time; the embedded database lets them take turns.
import { and, eq, isNull } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { operator } from '../auth/operator'
import { db } from '../db/client'
import { assignments } from '../db/schema/assignments'
import { givenViewer, whoMay } from '../db/testing/fixtures'
import { givenInterview } from '../db/testing/interview'
import type { InterviewId } from '../interviews/interview-id'
import { removeMember } from '../members/removal/commands'
import { assignByHand, withdrawAssignments } from './commands'

const ROUNDS = 8

test('whoever hands out, takes back and removes a member at the same time, nobody waits for ever', async () => {
  const team = crypto.randomUUID()
  const interviewIds: InterviewId[] = []
  for (let index = 0; index < 12; index++) interviewIds.push((await givenInterview({ teamId: team })).id)
  const actor = whoMay(await givenViewer({ role: 'recruiter', teams: [team] }), 'assignment.manage')
  for (let round = 0; round < ROUNDS; round++) {
    const memberIds: string[] = []
    for (let index = 0; index < 4; index++)
      memberIds.push((await givenViewer({ role: 'reviewer', teams: [team] })).memberId)
    const [leaving = '', ...staying] = memberIds
    const { assignmentIds } = await assignByHand(actor, { interviewIds, memberIds, dueOn: null })
    const again = (day: number) =>
      assignByHand(actor, { interviewIds: interviewIds.toReversed(), memberIds: staying, dueOn: `2026-12-0${day}` })
    await Promise.all([
      again(1),
      withdrawAssignments(actor, assignmentIds),
      again(2),
      withdrawAssignments(actor, assignmentIds.toReversed()),
      removeMember(operator(), leaving),
    ])
    const standing = and(eq(assignments.memberId, leaving), isNull(assignments.withdrawnAt))
    expect(await db().$count(assignments, standing)).toBe(0)
  }
})
