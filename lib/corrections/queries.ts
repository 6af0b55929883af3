import 'server-only'
import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { Reader } from '../auth/viewer'
import { db } from '../db/client'
import { members } from '../db/schema/members'
import { corrections } from '../db/schema/notes'
import { interviewsOf, mayKnow, seen } from '../interviews/seen'
import type { Author } from '../members/member'
import type { Correction } from './correction'
import type { InterviewId } from '../interviews/interview-id'

/** Those that stand, in the order of the transcript; none for an interview that this member may not see. */
export async function listCorrections(reader: Reader, interviewId: InterviewId): Promise<Correction[]> {
  const { id, authorId, segment, from, to, original, replacement, createdAt } = corrections
  // Looked for first, lest what is not seen is told by how long it takes to leave it out.
  const visible = db().select({ id: seen.id }).from(interviewsOf(reader)).where(eq(seen.id, interviewId))
  return db()
    .select({
      ...{ id, segment, from, to, original, replacement, createdAt },
      author: sql<Author | null>`CASE WHEN ${mayKnow(authorId)} THEN
        jsonb_build_object('id', ${members.id}, 'email', ${members.email}, 'name', ${members.name}) END`,
    })
    .from(corrections)
    .innerJoin(members, eq(members.id, corrections.authorId))
    .innerJoin(interviewsOf(reader), eq(seen.id, corrections.interviewId))
    .where(and(sql`${corrections.interviewId} = (${visible})`, isNull(corrections.withdrawnAt)))
    .orderBy(asc(corrections.segment), asc(corrections.from))
}
