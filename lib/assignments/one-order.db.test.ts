// On PostgreSQL these writers run at the same time; the embedded database lets them take turns.
import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { operator } from '../auth/operator'
import type { May } from '../auth/viewer'
import { db } from '../db/client'
import { assignments } from '../db/schema/assignments'
import { givenViewer, whoMay } from '../db/testing/fixtures'
import { asId, givenInterview } from '../db/testing/interview'
import type { InterviewId } from '../interviews/interview-id'
import { removeMember } from '../members/removal/commands'
import { askMember, assignByHand, withdrawAssignments } from './commands'

async function countWaiting() {
  const here = sql`datname = current_database() AND wait_event_type = 'Lock'`
  return (await db().execute(sql`SELECT FROM pg_stat_activity WHERE ${here}`)).rowCount
}

type Handed = {
  by: May<'assignment.manage'>
  interviewIds: string[]
  memberId: string
  /** Whom a message names. */
  named: string
  assignmentIds: string[]
}

const WRITERS: Record<string, (of: Handed) => Promise<unknown>> = {
  'hands out anew': ({ by, interviewIds, memberId }) =>
    assignByHand(by, { interviewIds: interviewIds.map(asId), memberIds: [memberId], dueOn: '2026-12-01' }),
  'takes back': ({ by, assignmentIds }) => withdrawAssignments(by, assignmentIds),
  'removes the member': ({ memberId }) => removeMember(operator(), memberId),
  'removes whom they are told of': ({ named }) => removeMember(operator(), named),
}

describe.each(process.env.TEST_DATABASE_URL ? ['on PostgreSQL'] : [])('%s', () => {
  test.each(Object.entries(WRITERS))(
    'who %s waits for an assignment before they hold one that comes after it',
    async (_, write) => {
      const team = crypto.randomUUID()
      // They stand in the table the other way round.
      const interviewIds = ['3', '2', '1', '0'].map((last) => `${team} ${last}`)
      for (const id of interviewIds) await givenInterview({ id, teamId: team })
      const by = whoMay(await givenViewer({ role: 'recruiter', teams: [team] }), 'assignment.manage')
      const { memberId } = await givenViewer({ role: 'reviewer', teams: [team] })
      const [first = '', ...others] = interviewIds.toReversed()
      const { assignmentIds } = await assignByHand(by, {
        interviewIds: interviewIds.map(asId),
        memberIds: [memberId],
        dueOn: null,
      })
      const { memberId: named, email } = await givenViewer()
      for (const id of interviewIds)
        await askMember(by, asId(id), { memberId, message: `@${email}: look`, dueOn: null })
      const begun: Promise<unknown>[] = []
      await db().transaction(async (tx) => {
        const lock = (ids: string[]) =>
          tx.select().from(assignments).where(inArray(assignments.interviewId, ids)).for('update')
        await lock([first])
        begun.push(write({ by, interviewIds, memberId, named, assignmentIds }))
        await expect.poll(countWaiting).toBe(1)
        // Whoever held one of these would now wait for this transaction, and it for them.
        await lock(others)
      })
      await Promise.all(begun)
      expect(await db().$count(assignments, eq(assignments.memberId, memberId))).toBe(8)
    },
  )
})

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
