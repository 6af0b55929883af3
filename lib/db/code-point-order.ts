import { sql, type SQL, type SQLWrapper } from 'drizzle-orm'

/** A text compared code point by code point, whatever the database's own language: the order of a key that `sortKey` made. None comes last. */
export function codePointOrder(key: SQLWrapper): SQL {
  return sql`${key} COLLATE "C"`
}
