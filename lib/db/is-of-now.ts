import 'server-only'
import { sql, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'

/** Whether this very transaction set it, by `now()`; null where nothing did. */
export function isOfNow(instant: PgColumn): SQL<boolean | null> {
  return sql<boolean | null>`${instant} = now()`
}
