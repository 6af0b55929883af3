import { sql, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'

/**
 * For an upsert of rows that all have the same columns: what the row that was to be inserted has in them, but for those by which
 * a row is known. A column that comes to the rows is one that is kept up to date.
 */
export function excluded<Row extends object>(
  table: Record<keyof Row, PgColumn>,
  [row]: readonly Row[],
  ...known: (keyof Row)[]
): Record<string, SQL> {
  const names = Object.keys(row ?? {}) as (keyof Row)[]
  return Object.fromEntries(
    names.filter((name) => !known.includes(name)).map((name) => [name, sql.raw(`excluded."${table[name].name}"`)]),
  )
}
