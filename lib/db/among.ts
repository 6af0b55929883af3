import { sql, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'

/**
 * That a text is one of these: one parameter, however many they are. `inArray` makes a parameter of each, of which a statement
 * has room for 65,535, so it is for what can never be that many.
 */
export function isAmong(value: PgColumn | SQL, texts: readonly string[]): SQL {
  return sql`(${value}) = ANY(${sql.param(texts)}::text[])`
}
