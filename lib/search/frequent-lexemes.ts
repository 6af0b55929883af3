import 'server-only'
import { getTableName, sql } from 'drizzle-orm'
import { z } from 'zod'
import { db } from '../db/client'
import { interviews } from '../db/schema/interviews'

/** Of the most frequent lexemes the part of all interviews that has each. */
export type Shares = ReadonlyMap<string, number>

/** Milliseconds; Postgres looks at the table again when a tenth of it has changed. */
const KNOWN_MS = 60_000
let known = { shares: new Map<string, number>() as Shares, until: 0 }

/**
 * As Postgres counted when it last looked: it knows nothing of rarer ones, and nothing at all before. They are everybody's,
 * whoever asks.
 */
export async function findShares(): Promise<Shares> {
  if (known.until < Date.now()) known = { shares: await readShares(), until: Date.now() + KNOWN_MS }
  return known.shares
}

const answer = z.array(z.object({ lexemes: z.array(z.string()).nullable(), shares: z.array(z.number()).nullable() }))

async function readShares(): Promise<Shares> {
  const { rows } = await db().execute(sql`
    SELECT most_common_elems::text::text[] AS lexemes, most_common_elem_freqs AS shares FROM pg_stats
    WHERE schemaname = current_schema() AND tablename = ${getTableName(interviews)} AND attname = ${interviews.lexemes.name}`)
  const [found] = answer.parse(rows)
  // Behind those of the lexemes stand the least and the greatest of them.
  return new Map(found?.lexemes?.map((lexeme, at) => [lexeme, found.shares?.[at] ?? 0]))
}
