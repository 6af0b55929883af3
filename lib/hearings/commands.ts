import 'server-only'
import { and, eq } from 'drizzle-orm'
import type { Viewer } from '../auth/viewer'
import { db } from '../db/client'
import { hearings } from '../db/schema/notes'
import { requireVisible } from '../interviews/visible'
import type { Span } from '../interviews/speech'
import { joinSpans } from './hearing'

/** Adds to what this member has heard; nothing is ever taken away. All of it. Throws `interview_not_found`. */
export async function recordHeard(viewer: Viewer, interviewId: string, heard: Span[]): Promise<Span[]> {
  const { memberId } = viewer
  return db().transaction(async (tx) => {
    await requireVisible(viewer, interviewId, tx)
    await tx.insert(hearings).values({ interviewId, memberId, spans: [] }).onConflictDoNothing()
    const mine = and(eq(hearings.interviewId, interviewId), eq(hearings.memberId, memberId))
    const [row] = await tx.select({ spans: hearings.spans }).from(hearings).where(mine).for('update')
    const spans = joinSpans([...(row?.spans ?? []), ...heard])
    await tx.update(hearings).set({ spans }).where(mine)
    return spans
  })
}
