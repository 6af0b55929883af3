import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import { change } from '../audit/change'
import type { May } from '../auth/viewer'
import { queuePlaces, queueSkips } from '../db/schema/assignments'
import type { InterviewId } from '../interviews/interview-id'
import { requireSeen } from '../interviews/seen'
import { VISIT_ENDS_MS } from './since-last-visit'

// None of it is told: it is the member's alone.

/** To the end of their queue, behind what was skipped before. Throws `interview_not_found`. */
export async function skipInterview(viewer: May<'interview.read'>, interviewId: InterviewId): Promise<void> {
  await change(viewer, async (tx) => {
    await requireSeen(viewer, interviewId, tx)
    const { memberId } = viewer
    await tx
      .insert(queueSkips)
      .values({ interviewId, memberId })
      .onConflictDoUpdate({ target: [queueSkips.memberId, queueSkips.interviewId], set: { skippedAt: sql`now()` } })
    return { told: [], value: undefined }
  })
}

/** Back to its place. Throws `interview_not_found`. */
export async function unskipInterview(viewer: May<'interview.read'>, interviewId: InterviewId): Promise<void> {
  await change(viewer, async (tx) => {
    await requireSeen(viewer, interviewId, tx)
    await tx
      .delete(queueSkips)
      .where(and(eq(queueSkips.interviewId, interviewId), eq(queueSkips.memberId, viewer.memberId)))
    return { told: [], value: undefined }
  })
}

/**
 * That they have opened it from their queue: any device goes on there, unless it is no place to go on at. Throws
 * `interview_not_found`.
 */
export async function keepPlaceInQueue(
  viewer: May<'interview.read'>,
  interviewId: InterviewId,
  isPlace = true,
): Promise<void> {
  await change(viewer, async (tx) => {
    await requireSeen(viewer, interviewId, tx)
    const { memberId } = viewer
    if (!isPlace) return { told: [], value: undefined }
    await tx
      .insert(queuePlaces)
      .values({ memberId, interviewId })
      .onConflictDoUpdate({ target: queuePlaces.memberId, set: { interviewId, ...visited } })
    return { told: [], value: undefined }
  })
}

/** That they are here. */
export async function markHere(viewer: May<'interview.read'>): Promise<void> {
  await change(viewer, async (tx) => {
    await tx
      .insert(queuePlaces)
      .values({ memberId: viewer.memberId })
      .onConflictDoUpdate({ target: queuePlaces.memberId, set: visited })
    return { told: [], value: undefined }
  })
}

/** Who has been away for long enough begins another visit. */
const visited = {
  hereAt: sql`now()`,
  beforeAt: sql`CASE WHEN ${queuePlaces.hereAt} < now() - make_interval(secs => ${VISIT_ENDS_MS / 1000})
    THEN ${queuePlaces.hereAt} ELSE ${queuePlaces.beforeAt} END`,
}
