import 'server-only'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { db } from '../../db/client'

const timed = z.object({ at: z.string() })

/** By the one clock that all replicas have, to the microsecond: an instant as PostgreSQL writes it. */
export async function databaseTime(): Promise<string> {
  const { rows } = await db().execute(sql`SELECT clock_timestamp()::text AS at`)
  return timed.parse(rows[0]).at
}
