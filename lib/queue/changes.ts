import 'server-only'
import { and, eq, isNotNull, sql, type SQL } from 'drizzle-orm'
import { isJudgeable } from '../assignments/eligible'
import type { Viewer } from '../auth/viewer'
import { db } from '../db/client'
import { votes } from '../db/schema/votes'
import { IS_FOR } from '../interviews/list/vote-columns'
import { interviewsOf, seen } from '../interviews/seen'

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

/** More would make an address too long. */
const MOST_NAMED = 50

/** Of what this member has judged, what became of it `since`, as the database writes it. */
export async function findJudgedSince(viewer: Viewer, since: string) {
  const { interviewId, memberId, vote } = votes
  const me = sql`${viewer.memberId}::uuid`
  const at = sql`${since}::timestamptz`
  const newest = sql`(SELECT max(theirs.cast_at) FROM votes AS theirs WHERE theirs.interview_id = ${seen.id}
    AND theirs.member_id <> ${me} AND theirs.vote IS NOT NULL AND theirs.cast_at > ${at})`
  const votedAt = sql`CASE WHEN ${seen.showsColleagues} THEN ${newest} END`
  const decidedAt = sql`CASE WHEN ${seen.statusAt} > ${at} AND ${seen.statusBy} <> ${me} THEN ${seen.statusAt} END`
  const judged = db()
    .select({
      id: seen.id,
      votedAt: sql<string | null>`${votedAt}`.as('voted_at'),
      decidedAt: sql<string | null>`${decidedAt}`.as('decided_at'),
    })
    .from(interviewsOf(viewer))
    .innerJoin(votes, and(eq(interviewId, seen.id), eq(memberId, viewer.memberId), isNotNull(vote)))
    .where(isJudgeable)
    .as('judged')
  const changed = (when: SQL.Aliased<string | null>) => ({
    count: sql<number>`count(${when})::int`,
    ids: sql<string[]>`coalesce((array_agg(${judged.id} ORDER BY ${when} DESC, ${judged.id})
      FILTER (WHERE ${when} IS NOT NULL))[1:${sql.raw(String(MOST_NAMED))}], '{}')`,
  })
  const [counted] = await db()
    .select({ voted: changed(judged.votedAt), decided: changed(judged.decidedAt) })
    .from(judged)
  return counted
}
