import { sql } from 'drizzle-orm'

/**
 * So many rows, said in the statement itself: of a plan that is kept PostgreSQL takes a limit which comes as a parameter for a
 * tenth of all rows, and would then rather plan each time. `count` is a whole number.
 */
export function rowsAtMost(count: number): number {
  if (!Number.isSafeInteger(count)) throw new TypeError('A number of rows is a whole number.')
  // Drizzle takes an expression here too, which its types do not say.
  return sql.raw(String(count)) as unknown as number
}
