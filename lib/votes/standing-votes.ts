import 'server-only'
import { and, asc, eq, sql } from 'drizzle-orm'
import type { Reader } from '../auth/viewer'
import { isAmong } from '../db/among'
import { db } from '../db/client'
import { members } from '../db/schema/members'
import { votes } from '../db/schema/votes'
import { interviewsOf, mayKnow, seen } from '../interviews/seen'
import { VOTES } from '../interviews/vote'
import type { CastVote } from './vote'

/** From the weakest, 1, to the strongest. */
export const VOTE_RANK = sql`array_position(${sql.raw(`'{${VOTES.join(',')}}'`)}::text[], ${votes.vote})`

/** The votes on these interviews that this reader may know, the weakest first. */
export async function findVotesOn(reader: Reader, ids: string[]): Promise<(CastVote & { interviewId: string })[]> {
  const { interviewId, memberId, vote, reason, cast, castAt } = votes
  const rows = await db()
    .select({
      ...{ interviewId, vote, reason, cast, castAt },
      member: { id: members.id, email: members.email, name: members.name },
    })
    .from(votes)
    .innerJoin(interviewsOf(reader), eq(seen.id, interviewId))
    .innerJoin(members, eq(members.id, memberId))
    .where(and(isAmong(interviewId, ids), mayKnow(memberId)))
    .orderBy(VOTE_RANK, asc(castAt), asc(memberId))
  return rows.flatMap((row) =>
    row.vote ? [{ ...row, vote: row.vote, castAt: new Date(row.castAt).toISOString() }] : [],
  )
}
