import 'server-only'
import { and, eq } from 'drizzle-orm'
import { change } from '../audit/change'
import type { May, Reader } from '../auth/viewer'
import type { Transaction } from '../db/client'
import { listeningProgress } from '../db/schema/notes'
import { interviewsOf, requireSeen, seen } from '../interviews/seen'
import type { TimeSpan } from '../transcript/speech'
import { spansWithin } from './listening-progress'
import type { InterviewId } from '../interviews/interview-id'

/**
 * Adds to what this member has heard, as far as there is a recording, and brings what was stored within today's limits. All
 * of it. Throws `interview_not_found`.
 */
export async function recordListening(
  viewer: May<'listening.record'>,
  interviewId: InterviewId,
  heard: TimeSpan[],
): Promise<TimeSpan[]> {
  const { memberId } = viewer
  return change(viewer, async (tx) => {
    await requireSeen(viewer, interviewId, tx)
    await tx.insert(listeningProgress).values({ interviewId, memberId, spans: [] }).onConflictDoNothing()
    const mine = and(eq(listeningProgress.interviewId, interviewId), eq(listeningProgress.memberId, memberId))
    const [row] = await tx.select({ spans: listeningProgress.spans }).from(listeningProgress).where(mine).for('update')
    const spans = spansWithin(await findDuration(tx, viewer, interviewId), [...(row?.spans ?? []), ...heard])
    await tx.update(listeningProgress).set({ spans }).where(mine)
    // Not told: it is this member's alone, and comes every few seconds.
    return { told: [], value: spans }
  })
}

/** In seconds; null while Ribbon may still be writing down what was said. */
async function findDuration(tx: Transaction, reader: Reader, interviewId: InterviewId): Promise<number | null> {
  const [interview] = await tx
    .select({ duration: seen.duration })
    .from(interviewsOf(reader, tx))
    .where(and(eq(seen.id, interviewId), eq(seen.state, 'ready')))
  return interview?.duration ?? null
}
