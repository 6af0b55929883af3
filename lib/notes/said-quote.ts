import 'server-only'
import { eq, sql } from 'drizzle-orm'
import { correctionsBySegment } from '../transcript/as-read'
import { findCorrectionsOf } from '../interviews/standing-corrections'
import type { Transaction } from '../db/client'
import { transcripts } from '../db/schema/interviews'
import { isSaid } from './is-said'
import type { Quote } from '../transcript/quote'

/** The quote where the transcript says it, else null: nobody is quoted with words that they did not say. */
export async function saidQuote(tx: Transaction, interviewId: string, quote: Quote): Promise<Quote | null> {
  const { segment, until } = quote
  const last = until?.segment ?? segment
  const [row] = await tx
    .select({
      texts: sql<string[]>`jsonb_path_query_array(${transcripts.segments}, '$[$first to $last].text',
        jsonb_build_object('first', ${segment}::int, 'last', ${last}::int))`,
    })
    .from(transcripts)
    .where(eq(transcripts.interviewId, interviewId))
  if (row?.texts.length !== last - segment + 1) return null

  const corrected = correctionsBySegment(await findCorrectionsOf(tx, [interviewId]))
  const segments = row.texts.map((text, index) => ({ text, corrections: corrected.get(segment + index) ?? [] }))
  return isSaid(quote, segments) ? quote : null
}
