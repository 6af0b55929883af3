import 'server-only'
import { and, eq, isNotNull, sql, type SQL } from 'drizzle-orm'
import { isJudgeable } from '../assignments/eligible'
import type { Viewer } from '../auth/viewer'
import { db } from '../db/client'
import { votes } from '../db/schema/votes'
import { IS_FOR } from '../interviews/list/vote-columns'
import { interviewsOf, seen } from '../interviews/seen'

const countWhere = (condition: SQL) => sql<number>`(count(*) FILTER (WHERE ${condition}))::int`

/** How much a team has to talk about, as `listSplits` counts it; only what has votes is looked at. */
export async function countSplits(viewer: Viewer): Promise<number> {
  const split = db()
    .select({ interviewId: votes.interviewId })
    .from(votes)
    .where(isNotNull(votes.vote))
    .groupBy(votes.interviewId)
    .having(sql`bool_or(${IS_FOR}) AND NOT bool_and(${IS_FOR})`)
    .as('split')
  const [counted] = await db()
    .select({ count: sql<number>`count(*)::int` })
    .from(interviewsOf(viewer))
    .innerJoin(split, eq(split.interviewId, seen.id))
    .where(and(isJudgeable, seen.showsColleagues))
  return counted?.count ?? 0
}

/** Of what this member has judged, what became of it `since`, as the database writes it. */
export async function countJudgedSince(viewer: Viewer, since: string) {
  const { interviewId, memberId, vote } = votes
  const me = sql`${viewer.memberId}::uuid`
  const at = sql`${since}::timestamptz`
  const isVotedOn = sql`EXISTS (SELECT FROM votes AS theirs WHERE theirs.interview_id = ${seen.id}
    AND theirs.member_id <> ${me} AND theirs.vote IS NOT NULL AND theirs.cast_at > ${at})`
  const [counts] = await db()
    .select({
      voted: countWhere(sql`${seen.showsColleagues} AND ${isVotedOn}`),
      decided: countWhere(sql`${seen.statusAt} > ${at} AND ${seen.statusBy} <> ${me}`),
    })
    .from(interviewsOf(viewer))
    .innerJoin(votes, and(eq(interviewId, seen.id), eq(memberId, viewer.memberId), isNotNull(vote)))
    .where(isJudgeable)
  return counts
}
