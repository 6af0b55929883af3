import { and, eq, inArray, isNotNull, ne, notExists, sql } from 'drizzle-orm'
import { ROLES, type Role } from '../lib/auth/permissions'
import { closePool, db } from '../lib/db/client'
import { auditEvents } from '../lib/db/schema/audit'
import { interviews } from '../lib/db/schema/interviews'
import { members } from '../lib/db/schema/members'
import type { Send } from './as-sample-member'
import { sampleAssignments } from './sample-assignments'
import type { SampleDecision } from './sample-decision'
import { SAMPLE_RATINGS } from './sample-ratings'
import { SAMPLE_STATUSES } from './sample-statuses'
import { BLIND_FLOW, SAMPLE_VOTES } from './sample-votes'

const EVERY_MS = 2_000
/** Ribbon's first lists are read within seconds, or minutes on a busy machine; what has not come by then is decided at the next start. */
const LONGEST_MS = 600_000
const DAY_MS = 86_400_000

/**
 * Has the sample members decide about what is there, and one of the sample flows hide everything until one has voted, the others
 * nothing. What somebody has decided since stays, so that it can be called at each start. Gives up once `isOver`; throws in the end
 * for what was refused, which costs the rest nothing.
 */
export async function seedSampleDecisions(send: Send, isOver: () => boolean): Promise<void> {
  const deadline = Date.now() + LONGEST_MS
  const refused = new Map<string, unknown>()
  while (!isOver() && Date.now() < deadline && !(await decide(send, refused))) {
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS))
  }
  await closePool()
  if (refused.size > 0) throw new AggregateError(refused.values(), 'Some of it was refused.')
}

/** Whether all that is to be decided about was there. */
async function decide(send: Send, refused: Map<string, unknown>): Promise<boolean> {
  const decisions = numbered(await allDecisions())
  // Before the flows are asked for: of what comes meanwhile nobody has said yet what its flow hides.
  const there = await presentOf(decisions.map(({ interviewId }) => interviewId))
  for (const flowId of await neverSet()) {
    const body = { colleagues: flowId === BLIND_FLOW, assessment: flowId === BLIND_FLOW }
    await send('admin', { method: 'PUT', path: `/api/flows/${encodeURIComponent(flowId)}/blind`, body })
  }
  const told = await toldOfSamples()
  for (const { interviewId, by, send: sent, toldAs, number } of decisions) {
    const isDone = (told.get(toldAs) ?? 0) >= number
    if (isDone || !there.has(interviewId) || refused.has(`${toldAs} ${number}`)) continue
    await send(by, sent).catch((reason: unknown) => refused.set(`${toldAs} ${number}`, reason))
  }
  return decisions.every(({ interviewId }) => there.has(interviewId))
}

/** Which one each is, from 1, of those that the log tells alike: so many of them are done as it tells. */
function numbered(decisions: SampleDecision[]) {
  const counts = new Map<string, number>()
  return decisions.map((decision) => {
    const toldAs = [...decision.told, decision.by].join(' ')
    const number = (counts.get(toldAs) ?? 0) + 1
    counts.set(toldAs, number)
    return { ...decision, toldAs, number }
  })
}

/** A mark comes after the votes that it closes. */
async function allDecisions(): Promise<SampleDecision[]> {
  const memberIds = await sampleMemberIds()
  return [...SAMPLE_VOTES, ...SAMPLE_RATINGS, ...sampleAssignments({ memberIds, dayIn }), ...SAMPLE_STATUSES]
}

function dayIn(days: number): string {
  return new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10)
}

async function sampleMemberIds(): Promise<Record<Role, string>> {
  const rows = await db().select({ id: members.id, email: members.email }).from(members)
  const idOf = (role: Role) => rows.find(({ email }) => email === `${role}@example.com`)?.id ?? ''
  return { admin: idOf('admin'), recruiter: idOf('recruiter'), reviewer: idOf('reviewer') }
}

/** The flows of interviews of which nobody has said what they hide. */
async function neverSet(): Promise<string[]> {
  const isSet = db()
    .select({ about: auditEvents.about })
    .from(auditEvents)
    .where(and(eq(auditEvents.code, 'flow.blindness_set'), eq(auditEvents.about, interviews.flowId)))
  const rows = await db()
    .selectDistinct({ flowId: interviews.flowId })
    .from(interviews)
    .where(and(isNotNull(interviews.flowId), notExists(isSet)))
  return rows.flatMap(({ flowId }) => flowId ?? [])
}

/** Those of these about which something can be decided. */
async function presentOf(ids: string[]): Promise<Set<string>> {
  const isTaken = and(inArray(interviews.id, ids), ne(interviews.state, 'not_taken'))
  const rows = await db().select({ id: interviews.id }).from(interviews).where(isTaken)
  return new Set(rows.map(({ id }) => id))
}

/** How often the log tells each of what a sample member has done, also where it was taken back or changed since. */
async function toldOfSamples(): Promise<Map<string, number>> {
  const { code, about, actorId } = auditEvents
  const role = sql<string>`split_part(${members.email}, '@', 1)`
  const rows = await db()
    .select({ code, about, role, times: sql<number>`count(*)::int` })
    .from(auditEvents)
    .innerJoin(members, eq(members.id, actorId))
    .where(
      inArray(
        members.email,
        ROLES.map((one) => `${one}@example.com`),
      ),
    )
    .groupBy(code, about, members.email)
  return new Map(rows.map((row) => [[row.code, row.about, row.role].join(' '), row.times]))
}
