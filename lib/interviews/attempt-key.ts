import 'server-only'
import { and, asc, eq, inArray, sql, type SQL } from 'drizzle-orm'
import { isAmong } from '../db/among'
import type { Transaction } from '../db/client'
import { interviews } from '../db/schema/interviews'
import { seen } from './seen'

/**
 * By which interviews of one flow are attempts of one candidate: their email, or where there is none the
 * interview alone. A hash, so that what is linked keeps nobody's address. An index has the same expression.
 */
export const attemptKey = sql<string>`coalesce('email ' || md5(${interviews.candidateEmail}), 'id ' || ${interviews.id})`

/**
 * The condition on `seen` that it has one of these keys, selected as `flow_id` and `key`. Its index finds them on the table alone:
 * beside all that is joined to an interview Postgres would rather look at each of them.
 */
export function hasKeyAmong(keys: SQL): SQL {
  return sql`${seen.id} = ANY(ARRAY(SELECT ${interviews.id} FROM ${interviews}
    JOIN (${keys}) AS known ON ${interviews.flowId} = known.flow_id AND ${attemptKey} = known.key))`
}

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
