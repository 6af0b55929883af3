import 'server-only'
import { and, eq, isNotNull, isNull, or, sql, type SQL } from 'drizzle-orm'
import type { Viewer } from '../auth/viewer'
import { db } from '../db/client'
import { assignments, queueSkips } from '../db/schema/assignments'
import { flows } from '../db/schema/interviews'
import { votes } from '../db/schema/votes'
import { isJudgeable, ofFlow } from '../assignments/eligible'
import type { ReaderProgress } from '../interviews/interview'
import { interviewsOf, seen } from '../interviews/seen'
import { sittingSince } from './since-last-visit'

/** What a member was assigned or asked for and still sees, voted on or not; of one flow, or of all where that is null. */
export function wantedOf(viewer: Viewer, flowId: string | null) {
  const { interviewId, memberId, dueOn, withdrawnAt } = assignments
  const since = sittingSince(viewer)
  const isPassed = or(isNotNull(votes.vote), isNotNull(queueSkips.skippedAt))
  const isOfSitting = sql`NOT (${isPassed}) OR ${votes.castAt} > ${since} OR ${queueSkips.skippedAt} > ${since}`
  const ofItsFlow = sql`FILTER (WHERE ${isOfSitting}) OVER (PARTITION BY ${seen.flowId})`
  return db()
    .selectDistinctOn([seen.id], {
      id: seen.id,
      flowId: seen.flowId,
      flowTitle: flows.title,
      flowTitleKey: flows.titleKey,
      candidateName: seen.candidateName,
      candidateEmail: seen.candidateEmail,
      talk: seen.talk,
      plays: sql<boolean>`${seen.plays}`.as('plays'),
      hasVideo: seen.hasVideo,
      progress: sql<ReaderProgress | null>`${seen.progress}`.as('progress'),
      firstSeenAt: seen.firstSeenAt,
      dueOn: sql<string | null>`min(${dueOn}) OVER (PARTITION BY ${interviewId})`.as('due_on'),
      // With what was voted on or skipped in this sitting: a flow stays where it stands while it is gone through.
      flowDueOn: sql`min(${dueOn}) ${ofItsFlow}`.as('flow_due_on'),
      flowSince: sql`min(${seen.firstSeenAt}) ${ofItsFlow}`.as('flow_since'),
      skippedAt: queueSkips.skippedAt,
      isJudged: sql<boolean>`${isNotNull(votes.vote)}`.as('is_judged'),
      castAt: votes.castAt,
    })
    .from(assignments)
    .innerJoin(interviewsOf(viewer), eq(seen.id, interviewId))
    .leftJoin(flows, eq(flows.id, seen.flowId))
    .leftJoin(votes, and(eq(votes.interviewId, seen.id), eq(votes.memberId, viewer.memberId)))
    .leftJoin(queueSkips, and(eq(queueSkips.interviewId, seen.id), eq(queueSkips.memberId, viewer.memberId)))
    .where(
      and(
        eq(memberId, viewer.memberId),
        isNull(withdrawnAt),
        isJudgeable,
        flowId === null ? undefined : ofFlow(flowId),
      ),
    )
    .as('wanted')
}

type Wanted = ReturnType<typeof wantedOf>

/**
 * The order in which a queue is gone through: flow by flow, what is wanted soonest first, in each the oldest first; at the end what
 * was skipped, as it was.
 */
export function queueOrder(wanted: Wanted): SQL[] {
  const { id, flowId, flowDueOn, flowSince, firstSeenAt, skippedAt } = wanted
  const soonest = sql`CASE WHEN ${skippedAt} IS NULL THEN ${flowDueOn} END`
  const oldest = sql`CASE WHEN ${skippedAt} IS NULL THEN ${flowSince} END`
  return [
    sql`${skippedAt} NULLS FIRST`,
    sql`${soonest} NULLS LAST`,
    sql`${oldest}`,
    sql`${flowId}`,
    sql`${firstSeenAt}`,
    sql`${id}`,
  ]
}
