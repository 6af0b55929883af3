import { sql, type SQL } from 'drizzle-orm'

const LAST = {
  text: { ascending: String.raw`E'\U0010FFFF'`, descending: `''` },
  number: { ascending: `'Infinity'::float8`, descending: `'-Infinity'::float8` },
  microseconds: { ascending: `'infinity'::timestamptz`, descending: `'-infinity'::timestamptz` },
}

export type OrderedKind = keyof typeof LAST

/**
 * What stands for a missing value in an order in which it comes last, so that an index has it there too: no row has to be told
 * apart for it. A text is compared code point by code point.
 */
export function lastOf(kind: OrderedKind, descending: boolean): SQL {
  return sql.raw(LAST[kind][descending ? 'descending' : 'ascending'])
}

/** A value in such an order. */
export function missingLast(value: SQL, kind: OrderedKind, descending: boolean): SQL {
  return sql`coalesce(${value}, ${lastOf(kind, descending)})`
}
