import 'server-only'
import { getTableName, sql } from 'drizzle-orm'
import { z } from 'zod'
import { db } from '../db/client'
import { interviews } from '../db/schema/interviews'

/** Of the most frequent lexemes the part of all interviews that has each. */
export type Shares = ReadonlyMap<string, number>
/** And how many interviews there are, to some tenths. */
export type Counted = { shares: Shares; interviews: number }

/** Milliseconds; Postgres looks at the table again when a tenth of it has changed. */
const KNOWN_MS = 60_000
let known = { shares: new Map<string, number>() as Shares, interviews: 0, until: 0 }

/**
 * As Postgres counted when it last looked: it knows nothing of rarer ones, and nothing at all before. They are everybody's,
 * whoever asks.
 */
export async function findCounted(): Promise<Counted> {
  if (known.until < Date.now()) known = { ...(await readCounted()), until: Date.now() + KNOWN_MS }
  return known
}

const answer = z.array(
  z.object({
    ...{ lexemes: z.array(z.string()).nullable(), shares: z.array(z.number()).nullable() },
    interviews: z.number(),
  }),
)

async function readCounted(): Promise<Counted> {
  const { rows } = await db().execute(sql`
    SELECT most_common_elems::text::text[] AS lexemes, most_common_elem_freqs AS shares,
      (SELECT reltuples::float8 FROM pg_class WHERE oid = ${getTableName(interviews)}::regclass) AS interviews
    FROM pg_stats
    WHERE schemaname = current_schema() AND tablename = ${getTableName(interviews)} AND attname = ${interviews.lexemes.name}`)
  const [found] = answer.parse(rows)
  // Behind those of the lexemes stand the least and the greatest of them.
  const shares = new Map(found?.lexemes?.map((lexeme, at) => [lexeme, found.shares?.[at] ?? 0]))
  return { shares, interviews: found?.interviews ?? 0 }
}
