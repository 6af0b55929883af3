import 'server-only'
import type { SQL } from 'drizzle-orm'
import type { Reader } from '../auth/viewer'
import { byIndexes } from '../db/by-indexes'
import { db, type Executor } from '../db/client'
import { meets } from './condition'
import { findTerms } from './found-terms'
import type { Query } from './query'

/** Reads with the condition that an interview meets the query as far as this reader may know; null for a query that asks nothing. */
export async function searching<Result>(
  reader: Reader,
  query: Query,
  read: (on: Executor, condition: SQL | null) => Promise<Result>,
): Promise<Result> {
  if (query.length === 0) return read(db(), null)
  return byIndexes(async (on) => read(on, meets(reader, await findTerms(on, reader, query))))
}
