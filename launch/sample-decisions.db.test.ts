import { readdirSync, readFileSync } from 'node:fs'
import { eq, inArray, sql } from 'drizzle-orm'
import { beforeEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { appRoutes } from '../e2e/routes'
import { ROLES, type Role } from '../lib/auth/permissions'
import { askRoute } from '../lib/auth/testing/ask-route'
import type { Viewer } from '../lib/auth/viewer'
import { NO_SCORES } from '../lib/assessment/scores'
import { db } from '../lib/db/client'
import { flowDefaults, flowSettings } from '../lib/db/schema/flow-settings'
import { interviews } from '../lib/db/schema/interviews'
import { members } from '../lib/db/schema/members'
import { anchors } from '../lib/db/schema/ratings'
import { everyRow } from '../lib/db/testing/every-row'
import { givenViewer, whoMay } from '../lib/db/testing/fixtures'
import { givenFlow, givenInterview } from '../lib/db/testing/interview'
import { setBlindness } from '../lib/flows/commands'
import { EVERYTHING } from '../lib/interviews/list/filter'
import { listInterviews } from '../lib/interviews/list/queries'
import { findQueue } from '../lib/queue/queries'
import type { Send } from './as-sample-member'
import { seedSampleDecisions } from './sample-decisions'
import { ALCOHOL, BAD_NIGHT, SAMPLE_RATINGS } from './sample-ratings'
import * as people from './sample-people'
import { BLIND_FLOW, SAMPLE_VOTES } from './sample-votes'

vi.mock('next/headers', async () => (await import('../lib/auth/testing/ask-route')).askedHeaders)

const sample = z.object({ interview_id: z.string(), interview_flow_id: z.string() })
/** The flow of each interview that the demo has from its start. */
const FLOWS = new Map(
  readdirSync('sandbox/samples/interviews').map((name) => {
    const { interview_id: id, interview_flow_id: flowId } = sample.parse(
      JSON.parse(readFileSync(`sandbox/samples/interviews/${name}`, 'utf8')),
    )
    return [id, flowId]
  }),
)
const IDS = Object.values(people)
const QUESTIONS = [BAD_NIGHT, ALCOHOL].map((text) => ({ text, segments: [0], start: 0, end: 2 }))
const OPEN_FLOW = FLOWS.get(people.INGRID) ?? ''
const never = () => false
const ROUTES = appRoutes()

/** To the routes, as they are on disk. */
const send: Send = async (by, { method, path, body }) => {
  const as = byRole.get(by)
  if (!as) throw new Error(`there is no ${by}`)
  for (const { pattern } of ROUTES) {
    const names = Array.from(pattern.matchAll(/\[(\w+)\]/g), ([, name = '']) => name)
    const found = new RegExp(`^${pattern.replaceAll(/\[\w+\]/g, '([^/]+)')}$`).exec(path)
    if (!found) continue
    const parameters = Object.fromEntries(
      names.map((name, index) => [name, decodeURIComponent(found[index + 1] ?? '')]),
    )
    const answer = await askRoute(`${method} ${pattern}`, { as, drawnFor: as.memberId, parameters, body })
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
    return
  }
  throw new Error(`no route is ${path}`)
}

let byRole: Map<Role, Viewer>

beforeEach(async () => {
  for (const table of [interviews, anchors, flowSettings]) await db().delete(table)
  byRole = new Map()
  for (const role of ROLES) byRole.set(role, await givenSample(role))
  for (const id of new Set(IDS.map((one) => FLOWS.get(one) ?? ''))) {
    await givenFlow({ id, questions: [BAD_NIGHT, ALCOHOL] })
  }
  for (const id of IDS) await givenSampleInterview(id)
})

async function givenSampleInterview(id: string) {
  const scores = { ...NO_SCORES, skills: 3 }
  await givenInterview({ id, flowId: FLOWS.get(id) ?? '', questions: QUESTIONS, scores })
}

async function givenSample(role: Role): Promise<Viewer> {
  const email = `${role}@example.com`
  await db()
    .update(members)
    .set({ email: sql`${members.id} || ${members.email}` })
    .where(eq(members.email, email))
  const viewer = await givenViewer({ role })
  await db().update(members).set({ email }).where(eq(members.id, viewer.memberId))
  return { ...viewer, email }
}

/** By interview, how its assessment and its votes stand for a member who has not voted. */
async function toldOf(flowId: string): Promise<Set<string>> {
  const { items } = await listInterviews(await givenViewer({ role: 'admin' }), { ...EVERYTHING, flow: [flowId] })
  return new Set(items.map(({ assessment, votes }) => `${assessment.is} ${votes.is}`))
}

const DECIDED = [
  ...['votes', 'vote_versions', 'flow_settings', 'statuses', 'status_versions', 'assignments', 'ratings', 'anchors'],
  ...['invalidations', 'score_overrides'],
]

async function decided(): Promise<Record<string, unknown[]>> {
  const rows = (await everyRow()) as Record<string, unknown[]>
  return Object.fromEntries(DECIDED.map((table) => [table, rows[table] ?? []]))
}

const countOf = (some: Record<string, unknown[]>) => DECIDED.flatMap((table) => some[table] ?? []).length

// The log keeps what was told of flows, so this one comes before those that tell of them.
test('of what comes while the members decide nothing is decided before it is said what its flow hides', async () => {
  await db().update(flowDefaults).set({ blindColleagues: true, blindAssessment: true })
  const late = IDS.filter((id) => FLOWS.get(id) !== BLIND_FLOW)
  await db().delete(interviews).where(inArray(interviews.id, late))
  const whileOthersCome: Send = async (by, sent) => {
    for (const id of late.splice(0)) await givenSampleInterview(id)
    await send(by, sent)
  }
  await seedSampleDecisions(whileOthersCome, never)
  expect(await toldOf(OPEN_FLOW)).toEqual(new Set(['shown shown']))
  expect((await decided()).votes).toHaveLength(SAMPLE_VOTES.length)
  await db().update(flowDefaults).set({ blindColleagues: false, blindAssessment: false })
})

test('the demo’s members decide once, and one flow hides everything, also where an older version hid nothing', async () => {
  const open = { blindColleagues: false, blindAssessment: false }
  await db()
    .insert(flowSettings)
    .values([BLIND_FLOW, OPEN_FLOW].map((flowId) => ({ flowId, ...open })))
  await seedSampleDecisions(send, never)
  expect(await toldOf(BLIND_FLOW)).toEqual(new Set(['hidden hidden']))
  expect(await toldOf(OPEN_FLOW)).toEqual(new Set(['shown shown']))
  const before = await decided()
  expect(before.votes).toHaveLength(SAMPLE_VOTES.length)
  expect((before.ratings?.length ?? 0) + (before.anchors?.length ?? 0)).toBe(SAMPLE_RATINGS.length)
  expect(Object.entries(before).filter(([, rows]) => rows.length === 0)).toEqual([])
  await seedSampleDecisions(send, never)
  expect(await decided()).toEqual(before)
})

test('something waits for each of them: soon, overdue, and asked for in words', async () => {
  await seedSampleDecisions(send, never)
  const today = new Date().toISOString().slice(0, 10)
  for (const role of ROLES) {
    const { items } = await findQueue(byRole.get(role) as Viewer, null)
    expect(
      items.filter(({ dueOn }) => dueOn !== null && dueOn < today),
      role,
    ).not.toEqual([])
    expect(
      items.filter(({ dueOn }) => dueOn !== null && dueOn > today),
      role,
    ).not.toEqual([])
    expect(
      items.flatMap(({ asks }) => asks).filter(({ message }) => message !== null),
      role,
    ).not.toEqual([])
  }
})

test('what somebody has decided otherwise since stays at the next start', async () => {
  await seedSampleDecisions(send, never)
  const admin = await givenViewer({ role: 'admin' })
  const [one, other] = [true, false]
  await setBlindness(whoMay(admin, 'blindness.set'), OPEN_FLOW, { colleagues: one, assessment: one })
  await setBlindness(whoMay(admin, 'blindness.set'), BLIND_FLOW, { colleagues: other, assessment: one })
  await db().execute("UPDATE votes SET vote = NULL, reason = NULL WHERE vote = 'hire'")
  await db().execute('UPDATE assignments SET withdrawn_at = now(), withdrawn_by = by_id')
  await db().execute('UPDATE ratings SET ended_at = now()')
  await db().execute('DELETE FROM statuses')
  const before = await decided()
  await seedSampleDecisions(send, never)
  expect(await decided()).toEqual(before)
})

test('what is refused costs the rest nothing, and is decided at the next start', async () => {
  let left = 30
  const failing: Send = async (by, sent) => {
    if (left-- === 0) throw new Error('refused')
    await send(by, sent)
  }
  await expect(seedSampleDecisions(failing, never)).rejects.toThrow('Some of it was refused.')
  const begun = await decided()
  await seedSampleDecisions(send, never)
  const all = await decided()
  expect(countOf(begun)).toBe(countOf(all) - 1)
})
