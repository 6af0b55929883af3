import 'server-only'
import { and, lt, sql } from 'drizzle-orm'
import { isAmong } from '../../db/among'
import type { Transaction } from '../../db/client'
import { replyPlaces } from '../../db/schema/mirror'

type Place = { id: string; asked: number }

/**
 * Of these replies, those that were asked for after every other about their interview, with what `isPartial` was so far. The
 * first lock of who stores a reply, see `lib/interviews/lock.ts`: until the transaction ends nobody else stores one about them.
 */
export async function claimNewest(tx: Transaction, replies: Place[]): Promise<Map<string, boolean>> {
  const claimed = await tx
    .insert(replyPlaces)
    .values(replies.map(({ id, asked }) => ({ interviewId: id, asked })).toSorted(byInterview))
    .onConflictDoUpdate({
      target: replyPlaces.interviewId,
      set: { asked: sql`excluded.asked`, storedAt: sql`now()` },
      setWhere: lt(replyPlaces.asked, sql`excluded.asked`),
    })
    .returning({ id: replyPlaces.interviewId, isPartial: replyPlaces.isPartial })
  return new Map(claimed.map(({ id, isPartial }) => [id, isPartial]))
}

export async function markPartial(tx: Transaction, ids: string[], isPartial: boolean): Promise<void> {
  if (ids.length > 0) await tx.update(replyPlaces).set({ isPartial }).where(isAmong(replyPlaces.interviewId, ids))
}

/** Of these interviews, those whose newest reply was partial. */
export async function findPartial(tx: Transaction, ids: string[]): Promise<Set<string>> {
  const { interviewId, isPartial } = replyPlaces
  const rows = await tx
    .select({ interviewId })
    .from(replyPlaces)
    .where(and(isAmong(interviewId, ids), isPartial))
  return new Set(rows.map((row) => row.interviewId))
}

function byInterview(a: { interviewId: string }, b: { interviewId: string }) {
  return a.interviewId < b.interviewId ? -1 : 1
}
