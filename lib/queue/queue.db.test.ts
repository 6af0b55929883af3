import { and, eq, sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { assignByHand, askMember } from '../assignments/commands'
import { NO_SCOPE } from '../auth/member-scope'
import { may, type May, type Viewer } from '../auth/viewer'
import { db } from '../db/client'
import { queuePlaces } from '../db/schema/assignments'
import { interviews } from '../db/schema/interviews'
import { members } from '../db/schema/members'
import { votes } from '../db/schema/votes'
import { givenViewer } from '../db/testing/fixtures'
import { asId, givenFlow, givenInterview } from '../db/testing/interview'
import type { InterviewId } from '../interviews/interview-id'
import type { RibbonInterview } from '../ribbon/interview'
import { recordListening, recordReading } from '../listening/commands'
import { invalidateInterview, withdrawInvalidation } from '../validity/commands'
import { keepPlaceInQueue, markHere, skipInterview, unskipInterview } from './commands'
import { findQueue, findQueueNeighbours, findReviewNews } from './queries'

let team: string
let me: Viewer
let recruiter: May<'assignment.manage'>

beforeEach(async () => {
  team = crypto.randomUUID()
  me = await givenViewer({ role: 'reviewer', teams: [team] })
  const found = await givenViewer({ role: 'recruiter', teams: [team] })
  if (!may(found, 'assignment.manage')) throw new Error('the recruiter may not')
  recruiter = found
})

/** So many interviews of a flow, the first seen first. */
async function givenOldest(
  flowId: string,
  count: number,
  given: Partial<RibbonInterview> = {},
): Promise<InterviewId[]> {
  const ids: InterviewId[] = []
  for (let index = 0; index < count; index++) {
    const { id } = await givenInterview({ teamId: team, flowId, ...given })
    const age = sql`now() - make_interval(hours => ${48 - ids.length})`
    await db().update(interviews).set({ firstSeenAt: age }).where(eq(interviews.id, id))
    ids.push(id)
  }
  return ids
}

const assign = (interviewIds: InterviewId[], dueOn: string | null = null, to = me) =>
  assignByHand(recruiter, { interviewIds, memberIds: [to.memberId], dueOn })
const judge = (interviewId: InterviewId, by = me, vote: 'hire' | null = 'hire') =>
  db()
    .insert(votes)
    .values({ interviewId, memberId: by.memberId, vote, cast: 'open' })
    .onConflictDoUpdate({ target: [votes.interviewId, votes.memberId], set: { vote } })
const waiting = async (of = me, flow: string | null = null) =>
  (await findQueue(of, flow)).items.map(({ interviewId }) => interviewId)

test('what was assigned or asked for waits until it is voted on, and again once the vote is taken back', async () => {
  const flow = await givenFlow({ teamId: team })
  const [assigned, asked, neither] = await givenOldest(flow.id, 3)
  if (!assigned || !asked || !neither) throw new Error('no interviews')
  await assign([assigned])
  await askMember(recruiter, asked, { memberId: me.memberId, message: 'please look by Friday', dueOn: '2026-12-04' })

  const { items, total, flows } = await findQueue(me, null)
  expect(items).toMatchObject([
    { interviewId: assigned, asks: [], dueOn: null, hasRecording: true, talk: 30, flow: { id: flow.id } },
    {
      interviewId: asked,
      asks: [{ by: { id: recruiter.memberId }, message: 'please look by Friday' }],
      dueOn: '2026-12-04',
    },
  ])
  expect([total, flows]).toEqual([2, [{ id: flow.id, title: flow.title, done: 0, total: 2, dueOn: '2026-12-04' }]])

  await judge(assigned)
  expect(await waiting()).toEqual([asked])
  expect((await findQueue(me, null)).flows).toMatchObject([{ done: 1, total: 2 }])
  await judge(assigned, me, null)
  expect(await waiting()).toEqual([assigned, asked])
})

test('a colleague’s vote, and what they were assigned, change nothing of it', async () => {
  const [one, two] = await givenOldest((await givenFlow({ teamId: team })).id, 2)
  if (!one || !two) throw new Error('no interviews')
  await assign([one])
  const before = await findQueue(me, null)
  await assign([one, two], null, recruiter)
  await judge(one, recruiter)
  expect(await findQueue(me, null)).toEqual(before)
})

test('it goes flow by flow, the soonest due first, the oldest first in each; what is skipped comes last, until it is put back', async () => {
  const [late, soon] = [await givenFlow({ teamId: team }), await givenFlow({ teamId: team })]
  const [a1, a2] = await givenOldest(late.id, 2)
  const [b1, b2] = await givenOldest(soon.id, 2)
  if (!a1 || !a2 || !b1 || !b2) throw new Error('no interviews')
  await assign([a1, a2])
  await assign([b1, b2], '2026-11-30')
  expect(await waiting()).toEqual([b1, b2, a1, a2])
  expect(await waiting(me, late.id)).toEqual([a1, a2])

  await skipInterview(me, b1)
  await skipInterview(me, a1)
  expect(await waiting()).toEqual([b2, a2, b1, a1])
  await expect(findQueueNeighbours(me, null, b1)).resolves.toEqual({
    ...{ previous: a2, next: a1, following: a1, position: 3, total: 4 },
  })
  // Nothing of its flow waits behind it.
  await expect(findQueueNeighbours(me, null, a2)).resolves.toMatchObject({ next: b1, following: b2 })
  await skipInterview(me, b1)
  expect(await waiting()).toEqual([b2, a2, a1, b1])
  await unskipInterview(me, b1)
  expect(await waiting()).toEqual([b1, b2, a2, a1])
})

test.each([
  ['oldest', 'voted on', judge],
  ['oldest', 'skipped', (id: InterviewId) => skipInterview(me, id)],
  ['wanted soonest', 'voted on', judge],
  ['wanted soonest', 'skipped', (id: InterviewId) => skipInterview(me, id)],
])('a flow of which what was %s is %s stays where it stands until its member comes again', async (was, _, pass) => {
  const [first, second] = [await givenFlow({ teamId: team }), await givenFlow({ teamId: team })]
  const [a1, b1, a2] = await givenOldest(first.id, 3)
  if (!a1 || !a2 || !b1) throw new Error('no interviews')
  await db().update(interviews).set({ flowId: second.id }).where(eq(interviews.id, b1))
  const [soon, later] = was === 'oldest' ? [null, null] : ['2026-11-30', '2026-12-05']
  await assign([a1], soon)
  await assign([b1], later)
  await assign([a2])
  const others = async () => (await waiting()).filter((id) => id !== a1)
  await markHere(me)
  await pass(a1)
  expect(await others()).toEqual([a2, b1])
  await db().execute(sql`UPDATE votes SET cast_at = now() - interval '3 hours' WHERE member_id = ${me.memberId}`)
  await db().execute(
    sql`UPDATE queue_skips SET skipped_at = now() - interval '3 hours' WHERE member_id = ${me.memberId}`,
  )
  await db()
    .update(queuePlaces)
    .set({ hereAt: sql`now() - interval '2 hours'` })
    .where(eq(queuePlaces.memberId, me.memberId))
  expect(await others()).toEqual([b1, a2])
})

test('what nobody has taken does not wait, nor what is marked as invalid, nor what its member has lost', async () => {
  const flow = await givenFlow({ teamId: team })
  const [one] = await givenOldest(flow.id, 1)
  if (!one) throw new Error('no interview')
  await assign([one])
  await db().update(interviews).set({ state: 'not_taken' }).where(eq(interviews.id, one))
  expect(await waiting()).toEqual([])
  await db().update(interviews).set({ state: 'ready' }).where(eq(interviews.id, one))
  expect(await waiting()).toEqual([one])
  await invalidateInterview(recruiter, one, { cause: 'technical_failure', reason: null })
  expect(await waiting()).toEqual([])
  await withdrawInvalidation(recruiter, one)
  expect(await waiting()).toEqual([one])
  await expect(findQueue({ ...me, scope: NO_SCOPE }, null)).resolves.toMatchObject({
    items: [],
    total: 0,
    flows: [],
  })
})

test('the estimate is the seconds of speech, and by the member’s own pace from three votes on', async () => {
  const ids = await givenOldest((await givenFlow({ teamId: team })).id, 5, { talk: 40 })
  await assign(ids)
  await expect(findQueue(me, null)).resolves.toMatchObject({ estimateSeconds: 200, pace: 'speech' })
  for (const id of ids.slice(0, 3)) {
    await recordListening(me, id, [{ start: 0, end: 20 }])
    await judge(id)
  }
  await expect(findQueue(me, null)).resolves.toMatchObject({ estimateSeconds: 40, pace: 'own', total: 2 })
})

test('what a member has heard or read of what waits takes no time again', async () => {
  const [begun, read, untouched] = await givenOldest((await givenFlow({ teamId: team })).id, 3, { talk: 40 })
  if (!begun || !read || !untouched) throw new Error('no interviews')
  await assign([begun, read, untouched])
  await recordListening(me, begun, [{ start: 0, end: 0.5 }])
  await recordReading(me, read, [{ start: 0, end: 2 }])
  const { items, estimateSeconds } = await findQueue(me, null)
  expect(items.map(({ share }) => share)).toEqual([0.25, 1, null])
  expect(estimateSeconds).toBe(0.75 * 40 + 0 + 40)
  await assign([begun], null, recruiter)
  await expect(findQueue(recruiter, null)).resolves.toMatchObject({ estimateSeconds: 40 })
})

test('where a member was is kept for any of their devices, and is nowhere once it waits no longer', async () => {
  const [one, two] = await givenOldest((await givenFlow({ teamId: team })).id, 2)
  if (!one || !two) throw new Error('no interviews')
  await assign([one, two])
  expect((await findQueue(me, null)).place).toBeNull()
  await keepPlaceInQueue(me, two)
  expect((await findQueue(me, null)).place).toBe(two)
  await keepPlaceInQueue(me, one, false)
  expect((await findQueue(me, null)).place).toBe(two)
  expect((await findQueue(recruiter, null)).place).toBeNull()
  await judge(two)
  expect((await findQueue(me, null)).place).toBeNull()
})

test('since when a member was away is when they were last here, for as long as this visit lasts', async () => {
  const set = (values: object) => db().update(queuePlaces).set(values).where(eq(queuePlaces.memberId, me.memberId))
  await expect(findReviewNews(me)).resolves.toMatchObject({ since: null, arrived: 0 })
  await markHere(me)
  await expect(findReviewNews(me)).resolves.toMatchObject({ since: null })
  await set({ hereAt: sql`now() - interval '46.5 hours'` })
  await givenOldest((await givenFlow({ teamId: team })).id, 4)
  const { since, arrived } = await findReviewNews(me)
  expect([arrived, since]).toEqual([2, expect.any(String)])
  await markHere(me)
  await markHere(me)
  expect((await findReviewNews(me)).since).toBe(since)
})

test('where nobody has assigned anything its flows are offered; what others still have is told of one’s own judgements alone', async () => {
  const flow = await givenFlow({ teamId: team })
  const [one, two] = await givenOldest(flow.id, 2)
  if (!one || !two) throw new Error('no interviews')
  const offered = { id: flow.id, title: flow.title, interviews: 2 }
  await expect(findReviewNews(me)).resolves.toMatchObject({ unassigned: [offered], unjudged: 2, judged: 0 })
  await assign([one, two], null, recruiter)
  await expect(findReviewNews(me)).resolves.toMatchObject({ unassigned: [], others: { members: 0, interviews: 0 } })
  await judge(one)
  await expect(findReviewNews(me)).resolves.toMatchObject({
    ...{ unjudged: 1, judged: 1, others: { members: 1, interviews: 1 } },
  })
  const disable = (disabledAt: string | null) =>
    db().update(members).set({ disabledAt }).where(eq(members.id, recruiter.memberId))
  await disable(new Date().toISOString())
  await expect(findReviewNews(me)).resolves.toMatchObject({
    ...{ unassigned: [offered], others: { members: 0, interviews: 0 } },
  })
  await disable(null)
  await judge(one, recruiter)
  await expect(findReviewNews(me)).resolves.toMatchObject({ others: { members: 0, interviews: 0 } })
})

test('a flow is due on the day of what stands below it: what was skipped has its own day, at the end', async () => {
  const flow = await givenFlow({ teamId: team })
  const [overdue, later] = await givenOldest(flow.id, 2)
  if (!overdue || !later) throw new Error('no interviews')
  await assign([overdue], '2026-11-20')
  await assign([later], '2026-12-04')
  const dueOn = async () => (await findQueue(me, null)).flows.map((one) => one.dueOn)
  expect(await dueOn()).toEqual(['2026-11-20'])
  await skipInterview(me, overdue)
  expect(await dueOn()).toEqual(['2026-12-04'])
  await skipInterview(me, later)
  expect(await dueOn()).toEqual([null])
  await unskipInterview(me, overdue)
  expect(await dueOn()).toEqual(['2026-11-20'])
})

test('a place and a skip are of what one sees', async () => {
  const lost: Viewer = { ...me, scope: NO_SCOPE }
  const { id } = await givenInterview({ teamId: team })
  for (const does of [skipInterview, unskipInterview, keepPlaceInQueue]) {
    for (const of of [id, asId(crypto.randomUUID())]) {
      await expect(does(lost, of)).rejects.toMatchObject({ code: 'interview_not_found' })
    }
  }
  await expect(db().$count(queuePlaces, and(eq(queuePlaces.memberId, me.memberId)))).resolves.toBe(0)
})
