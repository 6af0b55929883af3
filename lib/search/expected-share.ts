import 'server-only'
import { getTableName, sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import { db } from '../db/client'
import { interviews } from '../db/schema/interviews'
import { isPlain, PLACES } from './found-terms'
import { phraseLexemes } from './lexemes'
import type { Query, Term } from './query'

/** What no interview lacks, as nearly as a logarithm can take it. */
const ALL = 1 - 1e-9

const answer = z.object({ shares: z.array(z.number()) })

/**
 * The part of all interviews that may be expected to meet a query, from 0 to 1, by what Postgres counted of their most frequent
 * words when it last looked: it knows nothing of others, and nothing at all before. They are everybody's, whoever asks, so it
 * is for nothing but to choose how to look.
 */
export async function expectedShare(query: Query): Promise<number> {
  const { rows } = await db().execute(sql`
    WITH common AS MATERIALIZED (
      SELECT lexeme, frequency FROM pg_stats, unnest(most_common_elems::text::text[], most_common_elem_freqs) AS most (lexeme, frequency)
      WHERE schemaname = current_schema() AND tablename = ${getTableName(interviews)} AND attname = ${interviews.lexemes.name}
    )
    SELECT ARRAY[${sql.join(query.map(shareOf), sql`, `)}]::float8[] AS shares`)
  const { shares } = answer.parse(rows[0])
  return query.reduce((all, { isExcluded }, at) => all * (isExcluded ? 1 - (shares[at] ?? 0) : (shares[at] ?? 0)), 1)
}

/** As if they said each of the words that a beginning stands for without regard to the others; a phrase of three is taken for rare. */
function shareOf(term: Term): SQL {
  if (term.words.length > 2) return sql`0`
  const lexemes = PLACES[term.field].filter((place) => isPlain(place)).flatMap((place) => phraseLexemes(place, term))
  const asked = sql`ANY(${sql.param(lexemes)}::text[])`
  return sql`(SELECT coalesce(1 - exp(sum(ln(1 - least(frequency, ${ALL}::float8)))), 0) FROM common
    WHERE ${term.isPrefix ? sql`lexeme ^@ ${asked}` : sql`lexeme = ${asked}`})`
}
