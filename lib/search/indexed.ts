import 'server-only'
import { sql, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { interviewTexts } from '../db/schema/search'
import { NOT_INDEXED } from './document'

/** Said in the statement itself: Postgres knows how many rows of these rules there are, mostly none. */
export const isToCome = sql`${interviewTexts.rules} = ${sql.raw(String(NOT_INDEXED))}`

/** Whether any interview is stored that no search finds yet. */
export const isAnyToCome = sql<boolean>`EXISTS (SELECT FROM ${interviewTexts} WHERE ${isToCome})`

/** That the interview of this id is indexed: until then it is found by no search, be it by what it does not say. */
export function isSearchable(id: PgColumn | SQL): SQL {
  return sql`${id} NOT IN (SELECT ${interviewTexts.interviewId} FROM ${interviewTexts} WHERE ${isToCome})`
}
