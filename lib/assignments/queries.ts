import 'server-only'
import { and, asc, eq, isNull, sql, type SQL } from 'drizzle-orm'
import { membersWhoSee } from '../auth/scope'
import type { May } from '../auth/viewer'
import { isAmong } from '../db/among'
import { db } from '../db/client'
import { assignments } from '../db/schema/assignments'
import { members } from '../db/schema/members'
import type { InterviewId } from '../interviews/interview-id'
import { interviewsOf, requireSeen, seen } from '../interviews/seen'
import { inLabelOrder } from '../members/in-label-order'
import { listMentionable } from '../notes/mentionable'
import type { AsksOfInterview, Assignable } from './assignment'
import { isJudgeable, isStillSeen, ofFlow } from './eligible'

const author = { id: members.id, email: members.email, name: members.name }

/** How a flow is handed out; of votes it tells nothing. Without interviews where it does not exist or is not seen. */
export async function findFlowAssignments(actor: May<'assignment.manage'>, flowId: string): Promise<Assignable> {
  return countAssignments(actor, ofFlow(flowId))
}

/** And how these interviews are; what is not seen is left out. */
export async function findChosenAssignments(
  actor: May<'assignment.manage'>,
  interviewIds: InterviewId[],
): Promise<Assignable> {
  return countAssignments(actor, isAmong(seen.id, interviewIds))
}

async function countAssignments(actor: May<'assignment.manage'>, ofThese: SQL): Promise<Assignable> {
  const which = and(ofThese, isJudgeable)
  const isStanding = and(eq(assignments.kind, 'assigned'), isNull(assignments.withdrawnAt))
  const ofInterview = and(isStanding, eq(assignments.interviewId, seen.id))
  const [[counts], rows] = await Promise.all([
    db()
      .select({
        interviews: sql<number>`count(*)::int`,
        unassigned: sql<number>`(count(*) FILTER (WHERE NOT EXISTS (
          SELECT FROM ${assignments} JOIN ${members} ON ${isStillSeen} WHERE ${ofInterview})))::int`,
      })
      .from(interviewsOf(actor))
      .where(which),
    db()
      .select({
        member: author,
        sees: sql<number>`count(*)::int`,
        assigned: sql<number>`count(${assignments.id})::int`,
      })
      .from(interviewsOf(actor))
      .innerJoin(members, and(isNull(members.disabledAt), membersWhoSee(seen)))
      .leftJoin(assignments, and(ofInterview, eq(assignments.memberId, members.id)))
      .where(which)
      .groupBy(members.id),
  ])
  return { interviews: 0, unassigned: 0, ...counts, members: inLabelOrder(rows, ({ member }) => member) }
}

/** Throws `interview_not_found`. */
export async function findAsks(viewer: May<'review.ask'>, interviewId: InterviewId): Promise<AsksOfInterview> {
  await requireSeen(viewer, interviewId)
  const [askable, asked] = await Promise.all([
    listMentionable(db(), interviewId),
    db()
      .select({ id: assignments.id, member: author, dueOn: assignments.dueOn })
      .from(assignments)
      .innerJoin(members, eq(members.id, assignments.memberId))
      .innerJoin(interviewsOf(viewer), eq(seen.id, assignments.interviewId))
      .where(
        and(
          eq(assignments.interviewId, interviewId),
          eq(assignments.kind, 'asked'),
          eq(assignments.byId, viewer.memberId),
          isNull(assignments.withdrawnAt),
        ),
      )
      .orderBy(asc(assignments.createdAt)),
  ])
  return { askable, asked }
}
