import 'server-only'
import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { change } from '../audit/change'
import type { AuditEvent } from '../audit/event'
import { requirePresent } from '../audit/present'
import { membersWhoSee } from '../auth/scope'
import { may, type May } from '../auth/viewer'
import { isAmong } from '../db/among'
import { db, type Transaction } from '../db/client'
import { inParts } from '../db/in-parts'
import { assignments } from '../db/schema/assignments'
import { members } from '../db/schema/members'
import { DebriefError } from '../errors'
import type { InterviewId } from '../interviews/interview-id'
import { lockInterviews, standingAssignments } from '../interviews/lock'
import { interviewsOf, requireSeen, seen } from '../interviews/seen'
import { withoutRemoved } from '../notes/without-removed'
import { MOST_ASSIGNED, type Asking, type Assigned, type HandedOut, type Redated, type SharedOut } from './assignment'
import { distribute } from './distribute'
import { isJudgeable, isStillSeen, listEligible, ofFlow } from './eligible'
import { loadOf, sharedAmong, type Pair } from './shared-among'

/**
 * Each of these interviews to each of these members who may see it; who has one already keeps it, with the newer day where there
 * is one. What cannot be judged is left out. Throws `interview_not_found` where nothing is left, and `reviewer_not_found` for a
 * member who may see none of them.
 */
export async function assignByHand(
  actor: May<'assignment.manage'>,
  { interviewIds, memberIds, dueOn }: HandedOut,
): Promise<Assigned> {
  return change(actor, async (tx) => {
    await lockInterviews(tx, interviewIds)
    const which = isAmong(seen.id, interviewIds)
    const pairs = await listEligible(actor, tx, { which, memberIds: [...memberIds, actor.memberId] })
    if (pairs.length === 0) throw new DebriefError('interview_not_found')
    const chosen = new Set(memberIds)
    const wanted = pairs.filter(({ memberId }) => chosen.has(memberId))
    requireEach(memberIds, wanted)
    const unfilled = new Set(interviewIds).size * chosen.size - wanted.length
    return assign(tx, actor, { pairs: wanted, dueOn, unfilled, left: 0 })
  })
}

/**
 * Brings every taken interview of a flow to `votesEach` assigned members, by sharing out evenly what is missing; of many those that
 * came first, and says how many are left. What somebody
 * was assigned before counts while they may see it; whether they have voted does not, which not everybody may know. Throws
 * `reviewer_not_found` for a member who may see none of them.
 */
export async function assignFlow(
  actor: May<'assignment.manage'>,
  { flowId, memberIds, votesEach, dueOn }: SharedOut,
): Promise<Assigned> {
  return change(actor, async (tx) => {
    const { interviewIds, left } = await listToShare(tx, actor, { flowId, memberIds, votesEach })
    await lockInterviews(tx, interviewIds)
    const which = isAmong(seen.id, interviewIds)
    // Whoever shares out is held too, before any assignment is.
    const held = await listEligible(actor, tx, { which, memberIds: [...memberIds, actor.memberId] })
    const pairs = held.filter(({ memberId }) => memberIds.includes(memberId))
    requireEach(memberIds, pairs)
    const standing = await tx
      .select({ interviewId: assignments.interviewId, memberId: assignments.memberId })
      .from(interviewsOf(actor))
      .innerJoin(assignments, eq(assignments.interviewId, seen.id))
      .innerJoin(members, isStillSeen)
      .where(and(isAssigned, isAmong(assignments.interviewId, interviewIds)))
    const shares = distribute(sharedAmong(pairs, standing, memberIds), votesEach, loadOf(standing))
    return assign(tx, actor, { ...shares, dueOn, left })
  })
}

/**
 * The interviews of a flow that are shared out at once: first those that still miss somebody whom one of these members could be,
 * in the order in which they came. `left` is how many of those there is no room for.
 */
async function listToShare(
  tx: Transaction,
  actor: May<'assignment.manage'>,
  { flowId, memberIds, votesEach }: Pick<SharedOut, 'flowId' | 'memberIds' | 'votesEach'>,
) {
  const isTheirs = and(isAssigned, eq(assignments.interviewId, seen.id))
  const carried = sql`(SELECT count(*) FROM ${assignments} JOIN ${members} ON ${isStillSeen} WHERE ${isTheirs})`
  const isFree = sql`EXISTS (SELECT FROM ${members} WHERE ${and(inArray(members.id, memberIds), isNull(members.disabledAt), membersWhoSee(seen))}
    AND NOT EXISTS (SELECT FROM ${assignments} WHERE ${and(isTheirs, eq(assignments.memberId, members.id))}))`
  const isMissing = sql<boolean>`(${carried} < ${votesEach} AND ${isFree})`
  const rows = await tx
    .select({ id: seen.id, missing: sql<number>`(count(*) FILTER (WHERE ${isMissing}) OVER ())::int` })
    .from(interviewsOf(actor))
    .where(and(ofFlow(flowId), isJudgeable))
    .orderBy(desc(isMissing), seen.firstSeenAt, seen.id)
    .limit(MOST_ASSIGNED)
  return { interviewIds: rows.map(({ id }) => id), left: Math.max(0, (rows[0]?.missing ?? 0) - MOST_ASSIGNED) }
}

/**
 * Asks one member to look at one interview; asking again says it anew. It grants nothing: throws `reviewer_not_found` for whom
 * may not see it as for whom does not exist, and `interview_not_found`, also for one that cannot be judged.
 */
export async function askMember(
  viewer: May<'review.ask'>,
  interviewId: InterviewId,
  { memberId, dueOn, ...sent }: Asking,
): Promise<void> {
  await change(viewer, async (tx) => {
    await requireSeen(viewer, interviewId, tx)
    const message = await withoutRemoved(tx, viewer, sent.message)
    const which = eq(seen.id, interviewId)
    const able = await listEligible(viewer, tx, { which, memberIds: [memberId, viewer.memberId] })
    if (able.length === 0) throw new DebriefError('interview_not_found')
    if (!able.some((pair) => pair.memberId === memberId)) throw new DebriefError('reviewer_not_found')
    const { id, withdrawnAt } = assignments
    const [asked] = await tx
      .insert(assignments)
      .values({ interviewId, memberId, byId: viewer.memberId, kind: 'asked', message, dueOn })
      .onConflictDoUpdate({
        target: [assignments.interviewId, assignments.memberId, assignments.byId],
        targetWhere: sql`${assignments.kind} = 'asked' AND ${isNull(withdrawnAt)}`,
        set: { message, dueOn },
        setWhere: sql`(${assignments.message}, ${assignments.dueOn}) IS DISTINCT FROM (excluded.message, excluded.due_on)`,
      })
      .returning({ id })
    const told = { code: 'interview.asked' as const, about: interviewId }
    return { told: asked ? { ...told, payload: { assignmentId: asked.id, memberId } } : [], value: undefined }
  })
}

/**
 * Takes back those of these that stand: whoever hands out takes back anybody's, others what they asked themselves. Of what is not
 * theirs, or on an interview that they may not see, nothing is said and nothing happens. What has another day is due again on the
 * one before, where whoever takes it back hands out and nobody has given it a third one. Returns how many are withdrawn.
 */
export async function withdrawAssignments(
  viewer: May<'review.ask'>,
  assignmentIds: string[],
  redated: Redated[] = [],
): Promise<number> {
  return change(viewer, async (tx) => {
    await requirePresent(tx, viewer)
    const { id, interviewId, memberId, byId, kind, withdrawnAt } = assignments
    const isMine = and(eq(byId, viewer.memberId), eq(kind, 'asked'))
    const isTheirs = may(viewer, 'assignment.manage') ? undefined : isMine
    // All that is changed, in the order of all who change some.
    const changed = [...assignmentIds, ...redated.flatMap((one) => one.assignmentIds)]
    await standingAssignments(tx, and(inArray(id, changed), isSeenBy(viewer), isTheirs))
    const withdrawn = await tx
      .update(assignments)
      .set({ withdrawnAt: sql`now()`, withdrawnBy: viewer.memberId })
      .where(and(inArray(id, assignmentIds), isNull(withdrawnAt), isSeenBy(viewer), isTheirs))
      .returning({ id, interviewId, memberId })
    const told = withdrawn.map((row): AuditEvent => ({
      code: 'assignment.withdrawn',
      about: row.interviewId as InterviewId,
      payload: { assignmentId: row.id, memberId: row.memberId },
    }))
    if (may(viewer, 'assignment.manage'))
      for (const one of redated) told.push(...(await putBack(tx, viewer, one)).map((row) => asAssigned(row)))
    return { told, value: withdrawn.length }
  })
}

function putBack(tx: Transaction, viewer: May<'assignment.manage'>, { assignmentIds, from, to }: Redated) {
  const { id, interviewId, memberId, dueOn } = assignments
  return tx
    .update(assignments)
    .set({ dueOn: from, byId: viewer.memberId })
    .where(and(isAssigned, inArray(id, assignmentIds), eq(dueOn, to), isSeenBy(viewer)))
    .returning({ id, interviewId, memberId })
}

function isSeenBy(viewer: May<'review.ask'>) {
  return inArray(assignments.interviewId, db().select({ id: seen.id }).from(interviewsOf(viewer)))
}

const isAssigned = and(eq(assignments.kind, 'assigned'), isNull(assignments.withdrawnAt))

/** Throws `reviewer_not_found` for a member of whom no interview may be. */
function requireEach(memberIds: string[], pairs: Pair[]) {
  const able = new Set(pairs.map(({ memberId }) => memberId))
  if (memberIds.some((id) => !able.has(id))) throw new DebriefError('reviewer_not_found')
}

type Wanted = { pairs: Pair[]; dueOn: string | null; unfilled: number; left: number }

async function assign(tx: Transaction, actor: May<'assignment.manage'>, { pairs, dueOn, unfilled, left }: Wanted) {
  // In the order of all who write some, before any of them is given another day.
  const interviewIds = [...new Set(pairs.map(({ interviewId }) => interviewId))]
  await standingAssignments(tx, and(isAssigned, isAmong(assignments.interviewId, interviewIds)))
  const rows = pairs.map((pair) => ({ ...pair, byId: actor.memberId, kind: 'assigned' as const, dueOn }))
  const days = dueOn === null ? new Map<string, string | null>() : await findDays(tx, pairs)
  const written: Awaited<ReturnType<typeof storeAssignments>> = []
  for (const part of inParts(rows)) written.push(...(await storeAssignments(tx, part)))
  const told = written.map((row) => asAssigned(row))
  const assignmentIds = written.flatMap((row) => (row.isNew ? row.id : []))
  const other = written.filter((row) => !row.isNew).map(({ id }) => id)
  return { told, value: { assignmentIds, redated: redatedOf(other, { days, to: dueOn }), unfilled, left } }
}

function redatedOf(ids: string[], { days, to }: { days: Map<string, string | null>; to: string | null }): Redated[] {
  if (to === null) return []
  const byDay = new Map<string | null, string[]>()
  for (const id of ids) {
    const from = days.get(id) ?? null
    const same = byDay.get(from)
    if (same) same.push(id)
    else byDay.set(from, [id])
  }
  return Array.from(byDay, ([from, assignmentIds]) => ({ assignmentIds, from, to }))
}

/** On which day each of those is due that stand between these, by id; null for on none. */
async function findDays(tx: Transaction, pairs: Pair[]): Promise<Map<string, string | null>> {
  const { id, interviewId, memberId, dueOn } = assignments
  const each = (of: keyof Pair) => [...new Set(pairs.map((pair) => pair[of]))]
  const rows = await tx
    .select({ id, dueOn })
    .from(assignments)
    .where(and(isAssigned, inArray(interviewId, each('interviewId')), inArray(memberId, each('memberId'))))
  return new Map(rows.map((row) => [row.id, row.dueOn]))
}

function asAssigned({ id, interviewId, memberId }: Pair & { id: string }): AuditEvent {
  return {
    code: 'interview.assigned',
    about: interviewId as InterviewId,
    payload: { assignmentId: id, memberId },
  }
}

/** Those that are new, or have another day now. */
function storeAssignments(tx: Transaction, rows: (typeof assignments.$inferInsert)[]) {
  const { id, interviewId, memberId, createdAt } = assignments
  return tx
    .insert(assignments)
    .values(rows)
    .onConflictDoUpdate({
      target: [interviewId, memberId],
      targetWhere: sql`${assignments.kind} = 'assigned' AND ${isNull(assignments.withdrawnAt)}`,
      // Whoever gives it another day wants it so: their day is in nobody else's name.
      set: { dueOn: sql`excluded.due_on`, byId: sql`excluded.by_id` },
      setWhere: sql`${assignments.dueOn} <> excluded.due_on OR (${assignments.dueOn} IS NULL AND excluded.due_on IS NOT NULL)`,
    })
    .returning({ id, interviewId, memberId, isNew: sql<boolean>`${createdAt} = now()` })
}
