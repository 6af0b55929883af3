// Must hold 45: what leaves a member's scope leaves the lists that they have open, however it leaves.
import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { NO_SCOPE, type NamedScope } from '../../auth/member-scope'
import { operator } from '../../auth/operator'
import type { Viewer } from '../../auth/viewer'
import { db } from '../../db/client'
import { formerScopes } from '../../db/schema/members'
import { again, givenViewer } from '../../db/testing/fixtures'
import { arrives, givenFlow, givenInterview } from '../../db/testing/interview'
import { changeMember } from '../../members/commands'
import { forgetFormerScopes } from '../../members/forget-former-scopes'
import { requireInterviewFilter } from './required-filter'
import { findNews, listInterviews } from './queries'
import { requireSince, writeAsOf } from './since'

const filter = requireInterviewFilter(new URLSearchParams())
const sinceOf = (asOf: string) => requireSince(new URLSearchParams({ since: asOf }))
const readNow = async (viewer: Viewer) => sinceOf((await listInterviews(viewer, filter)).asOf)
const newsOf = async (viewer: Viewer, since: ReturnType<typeof sinceOf>) => findNews(await again(viewer), filter, since)
const rescope = ({ memberId }: Viewer, scope: Partial<NamedScope> | 'all') =>
  changeMember(operator(), memberId, { scope: scope === 'all' ? scope : { ...NO_SCOPE, ...scope } })

async function givenPlaces() {
  const [teamId, elsewhere] = [crypto.randomUUID(), crypto.randomUUID()]
  const flow = await givenFlow({ teamId: elsewhere })
  const ofTeam = await givenInterview({ teamId })
  const ofFlow = await givenInterview({ teamId: elsewhere, flowId: flow.id })
  const single = await givenInterview({ teamId: elsewhere })
  return { teamId, elsewhere, flow, ofTeam, ofFlow, single }
}

test('a list is told what a narrowed scope took from it, and to be read anew, and its number, once', async () => {
  const { teamId, flow, ofTeam, ofFlow, single } = await givenPlaces()
  const viewer = await givenViewer({ teams: [teamId], flows: [flow.id], interviews: [single.id] })
  const since = await readNow(viewer)
  await rescope(viewer, { teams: [teamId] })
  const news = await newsOf(viewer, since)
  expect(news).toMatchObject({ isOutdated: true, total: 1, changed: [], arrived: [] })
  expect(news.left.toSorted()).toEqual([ofFlow.id, single.id].toSorted())
  expect(await newsOf(viewer, sinceOf(news.asOf))).toMatchObject({ left: [], isOutdated: false, total: null })

  await rescope(viewer, {})
  expect(await newsOf(viewer, sinceOf(news.asOf))).toMatchObject({ left: [ofTeam.id], isOutdated: true, total: 0 })
})

test('what comes into a widened scope is read anew, and nothing has left', async () => {
  const { teamId, flow } = await givenPlaces()
  const viewer = await givenViewer({ teams: [teamId] })
  const since = await readNow(viewer)
  await rescope(viewer, { teams: [teamId], flows: [flow.id] })
  expect(await newsOf(viewer, since)).toMatchObject({ left: [], isOutdated: true, total: 2 })
})

test('who saw everything is told what they do not see any more, and another member nothing', async () => {
  const { teamId, ofTeam, ofFlow } = await givenPlaces()
  const [viewer, other] = [await givenViewer(), await givenViewer({ teams: [teamId] })]
  const [since, others] = [await readNow(viewer), await readNow(other)]
  await changeMember(operator(), viewer.memberId, { scope: { ...NO_SCOPE, teams: [teamId] } })
  const { left } = await newsOf(viewer, since)
  // More than a hundred may have, in the database of all these tests.
  if (left.length > 0) expect(left).toContain(ofFlow.id)
  expect(left).not.toContain(ofTeam.id)
  expect(await newsOf(other, others)).toMatchObject({ left: [], isOutdated: false, total: null })
})

test('an interview that leaves a flow leaves the lists of who sees the flow, and stays where it is seen by its team or by name', async () => {
  const { elsewhere, flow, ofFlow } = await givenPlaces()
  const viewer = await givenViewer({ flows: [flow.id] })
  const byTeam = await givenViewer({ flows: [flow.id], teams: [elsewhere] })
  const byName = await givenViewer({ flows: [flow.id], interviews: [ofFlow.id] })
  const since = await readNow(viewer)
  await arrives({ ...ofFlow, flowId: (await givenFlow({ teamId: elsewhere })).id })
  expect(await newsOf(viewer, since)).toMatchObject({ left: [ofFlow.id], isOutdated: false, total: 0 })
  expect(await newsOf(byTeam, since)).toMatchObject({ left: [], total: 2 })
  expect(await newsOf(byName, since)).toMatchObject({ left: [], total: 1 })
  await arrives(ofFlow)
  expect(await newsOf(viewer, since)).toMatchObject({ left: [], total: 1 })
})

test('what somebody never saw is not told by its id, though it left what they see now', async () => {
  const { teamId, elsewhere, flow, ofFlow, single } = await givenPlaces()
  const viewer = await givenViewer({ teams: [teamId] })
  const before = await readNow(viewer)
  // It leaves the flow, which they are given only then.
  await arrives({ ...ofFlow, flowId: (await givenFlow({ teamId: elsewhere })).id })
  await rescope(viewer, { teams: [teamId], flows: [flow.id] })
  expect(await newsOf(viewer, before)).toMatchObject({ left: [], isOutdated: true })
  // What was taken from them comes to their former team only afterwards.
  const between = await readNow(await again(viewer))
  await rescope(viewer, { flows: [flow.id] })
  await arrives({ ...single, teamId })
  const { left } = await newsOf(viewer, between)
  expect(left).not.toContain(single.id)
  expect(left).not.toContain(ofFlow.id)
})

test('another role shows other interviews to lists that are open, if it does', async () => {
  const { teamId, ofFlow } = await givenPlaces()
  const viewer = await givenViewer({ role: 'admin', teams: [teamId] })
  await givenViewer({ role: 'admin' })
  const since = await readNow(viewer)
  await changeMember(operator(), viewer.memberId, { role: 'recruiter' })
  const demoted = { ...viewer, role: 'recruiter', scope: { ...NO_SCOPE, teams: [teamId] } } as Viewer
  const { isOutdated, left } = await findNews(demoted, filter, since)
  expect(isOutdated).toBe(true)
  if (left.length > 0) expect(left).toContain(ofFlow.id)
})

test('what was seen before is forgotten once no list asks for it, and every list is outdated by then', async () => {
  const { teamId } = await givenPlaces()
  const viewer = await givenViewer({ teams: [teamId] })
  for (const [hours, left] of [
    [24.9, 1],
    [25.1, 0],
  ] as const) {
    await db().delete(formerScopes).where(eq(formerScopes.memberId, viewer.memberId))
    const endedAt = sql`now() - ${hours}::float8 * interval '1 hour'`
    await db().insert(formerScopes).values({ memberId: viewer.memberId, scope: 'all', endedAt })
    await forgetFormerScopes.run({}, undefined as never)
    expect(await db().$count(formerScopes, eq(formerScopes.memberId, viewer.memberId))).toBe(left)
  }
  const aDayAgo = new Date(Date.now() - 24.1 * 3_600_000).toISOString()
  for (const who of [viewer, await givenViewer()])
    expect(await findNews(who, filter, sinceOf(writeAsOf(`${aDayAgo}/1:1:`)))).toMatchObject({ isOutdated: true })
})
