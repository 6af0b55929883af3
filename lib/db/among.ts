import { sql, SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'

/** Or an array that the statement itself makes. */
export type Texts = readonly string[] | SQL

/**
 * That a text is one of these: one parameter, however many they are. `inArray` makes a parameter of each, of which a statement
 * has room for 65,535, so it is for what can never be that many.
 */
export function isAmong(value: PgColumn | SQL, texts: Texts): SQL {
  return sql`(${value}) = ANY(${texts instanceof SQL ? texts : sql.param([...texts])}::text[])`
}
