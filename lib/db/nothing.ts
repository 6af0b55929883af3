import { sql } from 'drizzle-orm'

/** One row, for what is selected from queries of its own. */
export const NOTHING = sql`(SELECT) AS nothing`
