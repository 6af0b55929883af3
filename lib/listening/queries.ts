import 'server-only'
import { and, eq } from 'drizzle-orm'
import type { Viewer } from '../auth/viewer'
import { db } from '../db/client'
import { listeningProgress } from '../db/schema/notes'
import { requireSeen } from '../interviews/seen'
import type { TimeSpan } from '../transcript/speech'
import type { InterviewId } from '../interviews/interview-id'

/** What this member has heard, and nobody else. Throws `interview_not_found`. */
export async function listListened(viewer: Viewer, interviewId: InterviewId): Promise<TimeSpan[]> {
  return (await findKept(viewer, interviewId))?.spans ?? []
}

/** What this member has read, in the same way. */
export async function listRead(viewer: Viewer, interviewId: InterviewId): Promise<TimeSpan[]> {
  return (await findKept(viewer, interviewId))?.read ?? []
}

async function findKept(viewer: Viewer, interviewId: InterviewId) {
  await requireSeen(viewer, interviewId)
  const { spans, read } = listeningProgress
  const [row] = await db()
    .select({ spans, read })
    .from(listeningProgress)
    .where(and(eq(listeningProgress.interviewId, interviewId), eq(listeningProgress.memberId, viewer.memberId)))
  return row
}
