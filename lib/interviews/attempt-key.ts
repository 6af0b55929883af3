import 'server-only'
import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { isAmong } from '../db/among'
import type { Transaction } from '../db/client'
import { interviews } from '../db/schema/interviews'

/**
 * By which interviews of one flow are attempts of one candidate: their email, or where there is none the
 * interview alone. A hash, so that what is linked keeps nobody's address. An index has the same expression.
 */
export const attemptKey = sql<string>`coalesce('email ' || md5(${interviews.candidateEmail}), 'id ' || ${interviews.id})`

/** Open lists are told that these interviews of a flow, in whatever team, are attempts of other candidates than before. */
export async function tellOfAttempts(tx: Transaction, flowId: string, keys: string[]): Promise<void> {
  const locked = tx
    .select({ id: interviews.id })
    .from(interviews)
    .where(and(eq(interviews.flowId, flowId), isAmong(attemptKey, keys)))
    .orderBy(asc(interviews.id))
    .for('no key update')
  await tx
    .update(interviews)
    .set({ updatedAt: sql`now()` })
    .where(inArray(interviews.id, locked))
}
