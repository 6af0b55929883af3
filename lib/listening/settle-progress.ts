import 'server-only'
import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Transaction } from '../db/client'
import { listeningProgress } from '../db/schema/notes'
import type { TimeSpan } from '../transcript/speech'
import { progressOf } from './progress'

/** How far everybody is now that this is what the candidate says, by interview; the interviews' rows are locked. */
export async function settleProgress(tx: Transaction, speechOf: Map<string, TimeSpan[]>): Promise<void> {
  if (speechOf.size === 0) return
  const { interviewId, memberId } = listeningProgress
  const rows = await tx
    .select()
    .from(listeningProgress)
    .where(inArray(interviewId, [...speechOf.keys()]))
    .orderBy(asc(interviewId), asc(memberId))
    .for('update')
  for (const row of rows) {
    const progress = progressOf(speechOf.get(row.interviewId) ?? [], row)
    if (progress === row.progress) continue
    await tx
      .update(listeningProgress)
      .set({ progress })
      .where(and(eq(interviewId, row.interviewId), eq(memberId, row.memberId)))
  }
}
