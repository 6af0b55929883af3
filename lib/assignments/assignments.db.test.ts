import { and, eq, isNull, sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { may, type May, type Viewer } from '../auth/viewer'
import { db } from '../db/client'
import { assignments } from '../db/schema/assignments'
import { members, memberTeams } from '../db/schema/members'
import { givenViewer } from '../db/testing/fixtures'
import { asId, givenFlow, givenInterview } from '../db/testing/interview'
import type { InterviewId } from '../interviews/interview-id'
import { invalidateInterview } from '../validity/commands'
import { assigning, MOST_ASSIGNED, MOST_PAIRS, withdrawing, type Redated } from './assignment'
import { assignByHand, assignFlow, askMember, withdrawAssignments } from './commands'
import { findAsks, findChosenAssignments, findFlowAssignments } from './queries'

let team: string
let flowId: string
let recruiter: May<'assignment.manage'>
let reviewers: Viewer[]
let ids: InterviewId[]

beforeEach(async () => {
  team = crypto.randomUUID()
  flowId = (await givenFlow({ teamId: team })).id
  ids = []
  for (let index = 0; index < 4; index++) ids.push((await givenInterview({ teamId: team, flowId })).id)
  await givenInterview({ teamId: team, flowId, state: 'not_taken' })
  recruiter = await givenManager({ teams: [team] })
  reviewers = [
    await givenViewer({ role: 'reviewer', teams: [team] }),
    await givenViewer({ role: 'reviewer', teams: [team] }),
  ]
})

async function givenManager(given: Parameters<typeof givenViewer>[0]): Promise<May<'assignment.manage'>> {
  const viewer = await givenViewer({ role: 'recruiter', ...given })
  if (!may(viewer, 'assignment.manage')) throw new Error('the recruiter may not')
  return viewer
}

const idsOf = (viewers: Viewer[]) => viewers.map(({ memberId }) => memberId)
const standing = (memberId?: string) =>
  db()
    .select()
    .from(assignments)
    .where(
      and(isNull(assignments.withdrawnAt), memberId === undefined ? undefined : eq(assignments.memberId, memberId)),
    )
const countOf = async (viewer: Viewer) => (await standing(viewer.memberId)).length
const shared = (given: object = {}) => ({ flowId, memberIds: idsOf(reviewers), votesEach: 1, dueOn: null, ...given })

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

const handedOut = (interviews: number, chosen: number) => ({
  interviewIds: Array.from({ length: interviews }, (_, index) => String(index)),
  memberIds: Array.from({ length: chosen }, () => crypto.randomUUID()),
  dueOn: null,
})

test('what is assigned at once can be taken back at once, and more is refused with what to change', () => {
  expect(assigning.safeParse(handedOut(500, 40)).success).toBe(true)
  const { error } = assigning.safeParse(handedOut(500, 41))
  expect(error?.issues[0]?.message).toContain('20,000')
  const taken = { assignmentIds: Array.from({ length: MOST_PAIRS }, () => crypto.randomUUID()) }
  expect(withdrawing.safeParse(taken).success).toBe(true)
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

function ask(by: Viewer, interviewId: InterviewId, memberId: string, message: string | null = null) {
  if (!may(by, 'review.ask')) throw new Error('may not ask')
  return askMember(by, interviewId, { memberId, message, dueOn: null })
}

function withdraw(by: Viewer, assignmentIds: string[], redated: Redated[] = []) {
  if (!may(by, 'review.ask')) throw new Error('may not ask')
  return withdrawAssignments(by, assignmentIds, redated)
}

test('more are handed out, and taken back, at once than a statement has room for', async () => {
  const columns = await copyable()
  await db().execute(sql`INSERT INTO interviews (id, ${columns})
    SELECT 'copy ' || n, ${columns} FROM interviews, generate_series(1, 1316) AS n WHERE id = ${ids[0]}`)
  const many = await Promise.all(Array.from({ length: 10 }, () => givenViewer({ role: 'reviewer', teams: [team] })))
  const { assignmentIds, unfilled } = await assignFlow(recruiter, shared({ memberIds: idsOf(many), votesEach: 10 }))
  expect({ assigned: assignmentIds.length, unfilled }).toEqual({ assigned: 13_200, unfilled: 0 })
  await expect(withdraw(recruiter, assignmentIds)).resolves.toBe(assignmentIds.length)
}, 180_000)

test('of more than are handed out at once those that came first are, and the rest is told of and comes next', async () => {
  const columns = await copyable()
  await db().execute(sql`INSERT INTO interviews (id, ${columns})
    SELECT 'one of many ' || n, ${columns} FROM interviews, generate_series(1, ${MOST_ASSIGNED - 1}) AS n WHERE id = ${ids[0]}`)
  // What was written last stands last of itself.
  await db().execute(sql`UPDATE interviews SET first_seen_at = now() - interval '1 day'
    WHERE id LIKE 'one of many %' OR id = ${ids[3]}`)
  const first = await assignFlow(recruiter, shared())
  expect([first.assignmentIds.length, first.left]).toEqual([MOST_ASSIGNED, 3])
  const assigned = new Set((await standing()).map(({ interviewId }) => interviewId))
  expect(ids.map((id) => assigned.has(id))).toEqual([false, false, false, true])
  const second = await assignFlow(recruiter, shared())
  expect([second.assignmentIds.length, second.left]).toEqual([3, 0])
}, 180_000)

/** All columns of an interview that a copy of it may have too. */
async function copyable() {
  const { rows } = await db().execute<{ names: string }>(sql`SELECT string_agg(quote_ident(column_name), ', ') AS names
    FROM information_schema.columns WHERE table_name = 'interviews' AND column_name <> 'id' AND is_generated = 'NEVER'`)
  return sql.raw(rows[0]?.names ?? '')
}
