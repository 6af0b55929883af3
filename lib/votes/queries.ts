import 'server-only'
import { eq } from 'drizzle-orm'
import type { Reader } from '../auth/viewer'
import { db } from '../db/client'
import { DebriefError } from '../errors'
import type { InterviewId } from '../interviews/interview-id'
import { interviewsOf, seen } from '../interviews/seen'
import { voteColumns, votesOf } from './of-seen'
import type { Votes } from './vote'

/** The votes on an interview that this reader may know, the first that was cast first. Throws `interview_not_found`. */
export async function listVotes(reader: Reader, interviewId: InterviewId): Promise<Votes> {
  const [row] = await db().select(voteColumns).from(interviewsOf(reader)).where(eq(seen.id, interviewId))
  if (!row) throw new DebriefError('interview_not_found')
  return votesOf(reader, row)
}
