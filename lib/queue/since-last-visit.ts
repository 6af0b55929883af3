import 'server-only'
import { and, desc, eq, isNotNull, isNull, ne, sql, type SQL } from 'drizzle-orm'
import { isJudgeable, isStillSeen } from '../assignments/eligible'
import type { Viewer } from '../auth/viewer'
import { db } from '../db/client'
import { codePointOrder } from '../db/code-point-order'
import { assignments, queuePlaces } from '../db/schema/assignments'
import { flows } from '../db/schema/interviews'
import { members } from '../db/schema/members'
import { votes } from '../db/schema/votes'
import { rowsAtMost } from '../db/fixed-limit'
import { interviewsOf, seen } from '../interviews/seen'

/** Milliseconds away from here after which somebody has been away. */
export const VISIT_ENDS_MS = 30 * 60_000
const MOST_FLOWS = 5

/** When they were last here before this visit, as the database writes it; null, or no row, at their first. */
export function lastVisit(viewer: Viewer) {
  const { hereAt, beforeAt, memberId } = queuePlaces
  const isOver = sql`${hereAt} < now() - make_interval(secs => ${VISIT_ENDS_MS / 1000})`
  return db()
    .select({ since: sql<string | null>`CASE WHEN ${isOver} THEN ${hereAt} ELSE ${beforeAt} END` })
    .from(queuePlaces)
    .where(eq(memberId, viewer.memberId))
}

/** Since when what they do is of this sitting: ever, at their first visit. */
export function sittingSince(viewer: Viewer): SQL {
  return sql`coalesce(${lastVisit(viewer)}, '-infinity')`
}

/** Flows that this member sees of which nobody is assigned anything who may see it still: the most taken interviews first. */
export function listUnassigned(viewer: Viewer) {
  const isHandedOut = sql`EXISTS (SELECT FROM ${assignments} JOIN ${members} ON ${isStillSeen} WHERE ${and(
    eq(assignments.kind, 'assigned'),
    isNull(assignments.withdrawnAt),
    eq(assignments.interviewId, seen.id),
  )})`
  const interviews = sql<number>`count(*)::int`
  return db()
    .select({ id: sql<string>`${seen.flowId}`, title: flows.title, interviews })
    .from(interviewsOf(viewer))
    .leftJoin(flows, eq(flows.id, seen.flowId))
    .where(and(isJudgeable, isNotNull(seen.flowId)))
    .groupBy(seen.flowId, flows.id)
    .having(sql`NOT bool_or(${isHandedOut})`)
    .orderBy(desc(interviews), codePointOrder(flows.titleKey))
    .limit(rowsAtMost(MOST_FLOWS))
}

/** Of what this member has judged, and so may know of, what still waits for others. */
export function countOthers(viewer: Viewer) {
  const { interviewId, memberId, withdrawnAt } = assignments
  const theirs = sql`EXISTS (SELECT FROM votes AS theirs WHERE theirs.interview_id = ${interviewId}
    AND theirs.member_id = ${memberId} AND theirs.vote IS NOT NULL)`
  return db()
    .select({
      members: sql<number>`count(DISTINCT ${memberId})::int`,
      interviews: sql<number>`count(DISTINCT ${interviewId})::int`,
    })
    .from(assignments)
    .innerJoin(interviewsOf(viewer), eq(seen.id, interviewId))
    .innerJoin(members, isStillSeen)
    .innerJoin(votes, and(eq(votes.interviewId, seen.id), eq(votes.memberId, viewer.memberId), isNotNull(votes.vote)))
    .where(and(isNull(withdrawnAt), isJudgeable, ne(memberId, viewer.memberId), sql`NOT ${theirs}`))
}
