import 'server-only'
import type { PoolClient } from 'pg'
import { databaseOn, pool, type Executor } from './client'

/**
 * To Postgres the table of interviews looks small, since lexemes lie beside it, so for a common word it would rather read all of
 * those than its index: here it may not. What is left to choose is the same for each word, and planned once for all.
 */
const BEGIN =
  "BEGIN; SET LOCAL enable_seqscan = off; SET LOCAL work_mem = '64MB'; SET LOCAL plan_cache_mode = force_generic_plan"

/** Reads in a transaction by indexes alone, a second time where the database keeps no plans: what it is asked must go through `on`. */
export function byIndexes<Result>(read: (on: Executor) => Promise<Result>): Promise<Result> {
  return pool().inTransaction(BEGIN, (on) => read(databaseOn(on as unknown as PoolClient)))
}
