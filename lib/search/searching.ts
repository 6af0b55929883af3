import 'server-only'
import { sql, type SQL } from 'drizzle-orm'
import type { Reader } from '../auth/viewer'
import { db, type Executor } from '../db/client'
import { meets } from './condition'
import { findTerms, type FoundTerm } from './found-terms'
import type { Query } from './query'

type Read<Result> = (on: Executor, condition: SQL | null) => Promise<Result>

/** Reads with the condition that an interview meets the query as far as this reader may know; null for a query that asks nothing. */
export async function searching<Result>(reader: Reader, query: Query, read: Read<Result>): Promise<Result> {
  if (query.length === 0) return read(db(), null)
  return searchingFor(reader, await findTerms(reader, query), read)
}

/**
 * The same for what is known of its terms. To Postgres the table looks small, since lexemes lie beside it, so for a common word it
 * would rather read all of those than its index: here it may not.
 */
export function searchingFor<Result>(
  reader: Reader,
  terms: FoundTerm[],
  read: (on: Executor, condition: SQL) => Promise<Result>,
): Promise<Result> {
  const condition = meets(reader, terms)
  return db().transaction(async (tx) => {
    await tx.execute(sql`SELECT set_config('enable_seqscan', 'off', true), set_config('work_mem', '64MB', true)`)
    return read(tx, condition)
  })
}
