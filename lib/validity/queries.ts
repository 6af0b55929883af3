import 'server-only'
import { eq } from 'drizzle-orm'
import type { Reader } from '../auth/viewer'
import { db } from '../db/client'
import { DebriefError } from '../errors'
import type { InterviewId } from '../interviews/interview-id'
import { interviewsOf, seen } from '../interviews/seen'
import { findValidityOf } from './standing-validity'
import { othersOverridesFor, type InterviewValidity } from './validity'

/** What stands, the overrides in the order of their time. Throws `interview_not_found`. */
export async function findValidity(reader: Reader, interviewId: InterviewId): Promise<InterviewValidity> {
  const [shows] = await db()
    .select({ assessment: seen.showsAssessment, colleagues: seen.showsColleagues })
    .from(interviewsOf(reader))
    .where(eq(seen.id, interviewId))
  if (!shows) throw new DebriefError('interview_not_found')
  const validityOf = await findValidityOf(reader, [interviewId])
  return { ...validityOf(interviewId), othersOverrides: othersOverridesFor(shows) }
}
