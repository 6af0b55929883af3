import 'server-only'
import { and, asc, eq, isNotNull } from 'drizzle-orm'
import type { Reader } from '../auth/viewer'
import { db } from '../db/client'
import { members } from '../db/schema/members'
import { votes } from '../db/schema/votes'
import { DebriefError } from '../errors'
import type { InterviewId } from '../interviews/interview-id'
import { interviewsOf, mayKnow, seen } from '../interviews/seen'
import type { Votes } from './vote'

/** The votes on an interview that this reader may know, the first that was cast first. Throws `interview_not_found`. */
export async function listVotes(reader: Reader, interviewId: InterviewId): Promise<Votes> {
  const { memberId, vote, reason, cast, castAt } = votes
  const standing = and(eq(votes.interviewId, seen.id), isNotNull(vote), mayKnow(memberId))
  const rows = await db()
    .select({
      showsColleagues: seen.showsColleagues,
      standing: { vote, reason, cast, castAt },
      member: { id: members.id, email: members.email, name: members.name },
    })
    .from(interviewsOf(reader))
    .leftJoin(votes, standing)
    .leftJoin(members, eq(members.id, memberId))
    .where(eq(seen.id, interviewId))
    .orderBy(asc(castAt), asc(memberId))
  const [first] = rows
  if (!first) throw new DebriefError('interview_not_found')
  const all = rows.flatMap(({ standing: one, member }) =>
    one?.vote && member ? [{ ...one, member, vote: one.vote, castAt: new Date(one.castAt).toISOString() }] : [],
  )
  const mine = all.find(({ member }) => member.id === reader.memberId) ?? null
  return first.showsColleagues ? { mine, all } : { mine, others: { is: 'hidden', until: 'my_vote' } }
}
