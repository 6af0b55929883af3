import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { assignByHand } from '../assignments/commands'
import { db } from '../db/client'
import { queuePlaces, queueSkips } from '../db/schema/assignments'
import { votes } from '../db/schema/votes'
import { givenViewer, whoMay } from '../db/testing/fixtures'
import { givenFlow, givenInterview } from '../db/testing/interview'
import type { InterviewId } from '../interviews/interview-id'
import { markHere, skipInterview } from './commands'
import { findQueue, findQueueNeighbours } from './queries'

/** A member for whom four of a flow that is due wait, and one of another; a colleague sees them too. */
async function givenWaiting() {
  const teamId = crypto.randomUUID()
  const me = await givenViewer({ role: 'reviewer', teams: [teamId] })
  const colleague = whoMay(await givenViewer({ role: 'recruiter', teams: [teamId] }), 'assignment.manage')
  const flows = [await givenFlow({ teamId }), await givenFlow({ teamId })]
  const ids: InterviewId[] = []
  for (const flow of [0, 0, 0, 0, 1]) ids.push((await givenInterview({ teamId, flowId: flows[flow]?.id })).id)
  const memberIds = [me.memberId]
  await assignByHand(colleague, { interviewIds: ids.slice(0, 4), memberIds, dueOn: '2026-11-30' })
  await assignByHand(colleague, { interviewIds: ids.slice(4), memberIds, dueOn: null })
  return { me, colleague, ids: ids as [InterviewId, InterviewId, InterviewId, InterviewId, InterviewId] }
}

const judge = (interviewId: InterviewId, { memberId }: { memberId: string }, vote: 'hire' | null = 'hire') =>
  db()
    .insert(votes)
    .values({ interviewId, memberId, vote, cast: 'open' })
    .onConflictDoUpdate({ target: [votes.interviewId, votes.memberId], set: { vote } })

const hoursAgo = (hours: number) => sql`now() - make_interval(hours => ${hours})`

test('which one of a sitting it is counts what was voted on and skipped since its member came', async () => {
  const { me, colleague, ids } = await givenWaiting()
  const [a1, a2, a3, a4, b1] = ids
  const sitting = async () => (await findQueue(me, null)).sitting
  const placeOf = async (id: InterviewId) => {
    const { position, total } = await findQueueNeighbours(me, null, id)
    return `${position} of ${total}`
  }
  await markHere(me)
  expect([await sitting(), await placeOf(a1)]).toEqual([{ judged: 0, skipped: 0 }, '1 of 5'])
  await judge(a1, me)
  await skipInterview(me, a2)
  await judge(a4, colleague)
  expect(await sitting()).toEqual({ judged: 1, skipped: 1 })
  expect([await placeOf(a3), await placeOf(a2)]).toEqual(['3 of 5', '5 of 5'])
  // A flow of which nothing waits any more counts too.
  await judge(b1, me)
  expect([await sitting(), await placeOf(a3)]).toEqual([{ judged: 2, skipped: 1 }, '4 of 5'])
  await judge(b1, me, null)
  expect(await sitting()).toEqual({ judged: 1, skipped: 1 })

  const { memberId } = me
  await db()
    .update(votes)
    .set({ castAt: hoursAgo(3) })
    .where(eq(votes.memberId, memberId))
  await db()
    .update(queueSkips)
    .set({ skippedAt: hoursAgo(3) })
    .where(eq(queueSkips.memberId, memberId))
  await db()
    .update(queuePlaces)
    .set({ hereAt: hoursAgo(2) })
    .where(eq(queuePlaces.memberId, memberId))
  for (const comes of [async () => {}, () => markHere(me)]) {
    await comes()
    expect([await sitting(), await placeOf(a3)]).toEqual([{ judged: 0, skipped: 0 }, '1 of 4'])
  }
  await judge(a3, me)
  expect(await sitting()).toEqual({ judged: 1, skipped: 0 })
})
