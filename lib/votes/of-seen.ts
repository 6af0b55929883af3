import 'server-only'
import { and, eq, isNotNull, sql, type SQL } from 'drizzle-orm'
import type { Reader } from '../auth/viewer'
import { jsonList } from '../db/json-list'
import { members } from '../db/schema/members'
import { votes } from '../db/schema/votes'
import { AUTHOR, mayKnow, seen } from '../interviews/seen'
import type { Vote } from '../interviews/vote'
import type { CastVote, Votes } from './vote'

const { memberId, vote, reason, cast, castAt } = votes

/** The votes on an interview of `interviewsOf` that its reader may know, the first that was cast first. */
const known: SQL<CastVote[]> = jsonList(
  { member: AUTHOR, vote: sql<Vote>`${vote}`, reason, cast, castAt },
  {
    from: sql`FROM ${votes} JOIN ${members} ON ${eq(members.id, memberId)}
      WHERE ${and(eq(votes.interviewId, seen.id), isNotNull(vote), mayKnow(memberId))} ORDER BY ${castAt}, ${memberId}`,
    read: (one) => ({ ...one, castAt: new Date(one.castAt).toISOString() }),
  },
)

/** What is read of an interview of `interviewsOf` for `votesOf`. */
export const voteColumns = { votes: known, showsColleagues: seen.showsColleagues }
type Stored = { votes: CastVote[]; showsColleagues: boolean }

export function votesOf(reader: Reader, { votes: all, showsColleagues }: Stored): Votes {
  const mine = all.find(({ member }) => member.id === reader.memberId) ?? null
  return showsColleagues ? { mine, all } : { mine, others: { is: 'hidden', until: 'my_vote' } }
}
