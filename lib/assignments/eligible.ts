import 'server-only'
import { and, eq, inArray, isNull, ne, sql, type SQL } from 'drizzle-orm'
import { membersWhoSee } from '../auth/scope'
import type { Viewer } from '../auth/viewer'
import type { Transaction } from '../db/client'
import { assignments } from '../db/schema/assignments'
import { members } from '../db/schema/members'
import { interviewsOf, seen } from '../interviews/seen'

/**
 * Each interview that this viewer sees, that can be judged and that meets a condition, with each enabled member who may see it too: the
 * oldest first. The members are held until the transaction ends: whoever removes one finds what they are given, or has come before.
 */
export function listEligible(
  viewer: Viewer,
  on: Transaction,
  { which, memberIds }: { which: SQL; memberIds: string[] },
) {
  return on
    .select({ interviewId: seen.id, memberId: members.id })
    .from(interviewsOf(viewer))
    .innerJoin(members, and(inArray(members.id, memberIds), isNull(members.disabledAt), membersWhoSee(seen)))
    .where(and(which, isJudgeable))
    .orderBy(seen.firstSeenAt, seen.id)
    .for('key share', { of: members })
}

/** On `members`, whose an assignment is, that they may see its interview still: of others nobody can expect a vote. */
export const isStillSeen = and(eq(members.id, assignments.memberId), isNull(members.disabledAt), membersWhoSee(seen))

/** What nobody has taken yet cannot be judged, and what is marked as invalid is not to be. */
export const isJudgeable = sql`(${ne(seen.state, 'not_taken')} AND NOT ${seen.isInvalid})`

export function ofFlow(flowId: string): SQL {
  return sql`${eq(seen.flowId, flowId)}`
}
