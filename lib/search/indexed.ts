import 'server-only'
import { sql, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { interviewTexts, isToCome } from '../db/schema/search'

/** That the interview of this id is indexed: until then it is found by no search, be it by what it does not say. */
export function isSearchable(id: PgColumn | SQL): SQL {
  return sql`${id} NOT IN (SELECT ${interviewTexts.interviewId} FROM ${interviewTexts} WHERE ${isToCome})`
}
