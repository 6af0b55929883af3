import { sql, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'

/**
 * That a text is one of these: one parameter, however many they are. `inArray` makes a parameter of each, of which a statement
 * has room for 65,535, so it is for what can never be that many.
 */
export function isAmong(value: PgColumn | SQL, texts: readonly string[]): SQL {
  return sql`(${value}) = ANY(${sql.param(texts)}::text[])`
}

/** So many are compared with each row that is looked at. */
export const MOST_COMPARED = 100

/**
 * The same of what may be asked of every row that there is: a plan that is kept would compare each of them with each text, so many texts
 * become a table to look in, which an index of the value is no help for.
 */
export function isOneOf(value: PgColumn | SQL, texts: readonly string[]): SQL {
  if (texts.length <= MOST_COMPARED) return isAmong(value, texts)
  return sql`((${value}) IN (SELECT unnest(${sql.param(texts)}::text[]))) IS TRUE`
}
