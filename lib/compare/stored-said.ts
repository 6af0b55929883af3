import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { z } from 'zod'
import { isAmong } from '../db/among'
import { db } from '../db/client'
import { questionAnswers } from '../db/schema/facts'
import { transcripts } from '../db/schema/interviews'
import type { Segment } from '../transcript/transcript'
import type { CompactWords } from '../transcript/words'

/** A segment of an answer, with its place in the transcript and the times of its words. */
export type SaidSegment = { index: number; segment: Segment; words: CompactWords[number] | null }

const said = z.tuple([z.array(z.number()), z.array(z.custom<Segment>()), z.array(z.string().nullable())])

/** Of what a transcript has for each of its segments, what it has for those of an answer: one expression, which unpacks it once. */
const ofAnswer = (perSegment: PgColumn) => sql`CASE WHEN cardinality(${questionAnswers.segments}) > 0
  THEN jsonb_path_query_array(${perSegment}, format('$[%s]', array_to_string(${questionAnswers.segments}, ','))::jsonpath) END`

/** The segments of an answer, which rise, and of each its index and the times of its words: the rest of a transcript is left where it is. */
const SAID = sql`jsonb_build_array(coalesce(to_jsonb(${questionAnswers.segments}), '[]'),
  coalesce(${ofAnswer(transcripts.segments)}, '[]'), coalesce(${ofAnswer(transcripts.words)}, '[]'))`.mapWith(
  (stored: unknown): SaidSegment[] => {
    const [indices, segments, words] = said.parse(stored)
    return indices.flatMap((index, place) => {
      const segment = segments[place]
      return segment ? [{ index, segment, words: words[place] ?? null }] : []
    })
  },
)

/** By interview, what was said to a question in these; no member asks, so whoever shows it has to know that theirs may see them. */
export async function findSaid(key: string, interviewIds: string[]): Promise<Map<string, SaidSegment[]>> {
  const { interviewId, questionKey } = questionAnswers
  const rows = await db()
    .select({ interviewId, said: SAID })
    .from(questionAnswers)
    .innerJoin(transcripts, eq(transcripts.interviewId, interviewId))
    .where(and(eq(questionKey, key), isAmong(interviewId, interviewIds)))
  return new Map(rows.map((row) => [row.interviewId, row.said]))
}
