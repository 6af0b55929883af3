import { sql, type Column, type GetColumnData, type SQL } from 'drizzle-orm'

type Columns = Record<string, Column | SQL>
/** As JSON has them: a time is a text. */
type Listed<C extends Columns> = {
  [Name in keyof C]: C[Name] extends SQL<infer Value> ? Value : C[Name] extends Column ? GetColumnData<C[Name]> : never
}
type Source<C extends Columns, Item> = {
  /** What stands before it, from its WITH on. */
  given?: SQL
  /** A query from its FROM on. */
  from: SQL
  read: (listed: Listed<C>) => Item
}

/** What a query finds, in its order, as one value of the row beside which it stands: no statement of its own. */
export function jsonList<C extends Columns, Item>(
  columns: C,
  { given = sql``, from, read }: Source<C, Item>,
): SQL<Item[]> {
  const pairs = Object.entries(columns).map(([name, column]) => sql`${sql.raw(`'${name}'`)}, ${column}`)
  const one = sql`jsonb_build_object(${sql.join(pairs, sql`, `)})`
  return sql`(${given} SELECT coalesce(jsonb_agg(one), '[]') FROM (SELECT ${one} AS one ${from}) AS listed)`.mapWith(
    (all: Listed<C>[]) => all.map(read),
  )
}
