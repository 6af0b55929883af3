import 'server-only'
import { eq } from 'drizzle-orm'
import type { Reader } from '../auth/viewer'
import { db } from '../db/client'
import type { InterviewId } from '../interviews/interview-id'
import { interviewsOf, seen } from '../interviews/seen'
import type { Correction } from './correction'
import { correctionsOfSeen } from './of-seen'

/** Those that stand, in the order of the transcript; none for an interview that this member may not see. */
export async function listCorrections(reader: Reader, interviewId: InterviewId): Promise<Correction[]> {
  const [row] = await db()
    .select({ corrections: correctionsOfSeen })
    .from(interviewsOf(reader))
    .where(eq(seen.id, interviewId))
  return row?.corrections ?? []
}
