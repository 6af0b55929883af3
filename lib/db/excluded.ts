import { sql, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'

/** For an upsert: these columns as the row that was to be inserted has them. */
export function excluded<Name extends string>(table: Record<Name, PgColumn>, names: Name[]) {
  return Object.fromEntries(names.map((name) => [name, sql.raw(`excluded."${table[name].name}"`)])) as Record<Name, SQL>
}
