import 'server-only'
import { and, eq } from 'drizzle-orm'
import type { Viewer } from '../auth/viewer'
import { db, type Transaction } from '../db/client'
import { interviews } from '../db/schema/interviews'
import { hearings } from '../db/schema/notes'
import { requireVisible } from '../interviews/visible'
import type { Span } from '../transcript/speech'
import { spansWithin } from './hearing'

/**
 * Adds to what this member has heard, as far as there is a recording, and brings what was stored within today's limits. All
 * of it. Throws `interview_not_found`.
 */
export async function recordHeard(viewer: Viewer, interviewId: string, heard: Span[]): Promise<Span[]> {
  const { memberId } = viewer
  return db().transaction(async (tx) => {
    await requireVisible(viewer, interviewId, tx)
    await tx.insert(hearings).values({ interviewId, memberId, spans: [] }).onConflictDoNothing()
    const mine = and(eq(hearings.interviewId, interviewId), eq(hearings.memberId, memberId))
    const [row] = await tx.select({ spans: hearings.spans }).from(hearings).where(mine).for('update')
    const spans = spansWithin(await findDuration(tx, interviewId), [...(row?.spans ?? []), ...heard])
    await tx.update(hearings).set({ spans }).where(mine)
    return spans
  })
}

/** In seconds; null while Ribbon may still be writing down what was said. */
async function findDuration(tx: Transaction, interviewId: string): Promise<number | null> {
  const [interview] = await tx
    .select({ duration: interviews.duration })
    .from(interviews)
    .where(and(eq(interviews.id, interviewId), eq(interviews.state, 'ready')))
  return interview?.duration ?? null
}
