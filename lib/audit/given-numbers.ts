import 'server-only'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Executor } from '../db/client'

/** The greatest number that the database has given to an event. Asked in one statement with the rows, it is at least that of each that is seen. */
export const LAST_GIVEN = sql`(SELECT coalesce(pg_sequence_last_value(pg_get_serial_sequence('audit_events', 'seq')::regclass), 0))`

const found = z.object({ seq: z.coerce.number().nullable() })

/** The least number of an event above every one that was given, which somebody chose; null where there is none. */
export async function findNeverGiven(on: Executor): Promise<number | null> {
  const { rows } = await on.execute(sql`SELECT min(seq) AS seq FROM audit_events WHERE seq > ${LAST_GIVEN}`)
  return found.parse(rows[0]).seq
}

/** How far the numbers that were given are sealed: a leaf of another one, which a former version made, says nothing of them. */
export async function findSealedUpTo(on: Executor): Promise<number> {
  const { rows } = await on.execute(sql`SELECT max(seq) AS seq FROM audit_leaves WHERE seq <= ${LAST_GIVEN}`)
  return found.parse(rows[0]).seq ?? 0
}
