import 'server-only'
import { and, eq } from 'drizzle-orm'
import type { Viewer } from '../auth/viewer'
import { db } from '../db/client'
import { hearings } from '../db/schema/notes'
import { requireSeen } from '../interviews/seen'
import type { Span } from '../transcript/speech'
import type { InterviewId } from '../interviews/interview-id'

/** What this member has heard, and nobody else. Throws `interview_not_found`. */
export async function listHeard(viewer: Viewer, interviewId: InterviewId): Promise<Span[]> {
  await requireSeen(viewer, interviewId)
  const [row] = await db()
    .select({ spans: hearings.spans })
    .from(hearings)
    .where(and(eq(hearings.interviewId, interviewId), eq(hearings.memberId, viewer.memberId)))
  return row?.spans ?? []
}
