import 'server-only'
import { and, asc, eq, inArray, sql, type SQL } from 'drizzle-orm'
import { inScope } from '../auth/scope'
import type { Reader } from '../auth/viewer'
import { isAmong } from '../db/among'
import type { Transaction } from '../db/client'
import { interviews } from '../db/schema/interviews'

/**
 * By which interviews of one flow are attempts of one candidate: their email, or where there is none the
 * interview alone. A hash, so that what is linked keeps nobody's address. An index has the same expression.
 */
export const attemptKey = sql<string>`coalesce('email ' || md5(${interviews.candidateEmail}), 'id ' || ${interviews.id})`

type Wanted = { keys: SQL; ids: readonly string[]; most: number }

/**
 * Those that the reader sees of the interviews with one of these keys, selected as `flow_id`, `key` and whose it is as `candidate`: of each candidate
 * who has several the first `most` and those of `ids`, with their place among all, how many these are, and whether they have other keys. An index finds them on the table alone: beside all that
 * is joined to an interview Postgres would rather look at each of them.
 */
export function placedAttempts(reader: Reader, { keys, ids, most }: Wanted): SQL {
  return sql`SELECT id, candidate, place::int, total::int, is_linked FROM (
    SELECT ${interviews.id}, known.candidate, count(*) OVER (PARTITION BY known.flow_id, known.candidate) AS total,
      min(known.key) OVER (PARTITION BY known.flow_id, known.candidate) <> max(known.key) OVER (PARTITION BY known.flow_id, known.candidate) AS is_linked,
      row_number() OVER (PARTITION BY known.flow_id, known.candidate ORDER BY ${interviews.firstSeenAt}, ${interviews.id}) AS place
    FROM ${interviews} JOIN (${keys}) AS known ON ${interviews.flowId} = known.flow_id AND ${attemptKey} = known.key
    WHERE ${inScope(reader)}) AS one WHERE total > 1 AND (place <= ${most} OR ${isAmong(sql`id`, ids)})`
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
