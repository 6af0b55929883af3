import 'server-only'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { correctionsBySegment, type Replacement } from '../transcript/as-read'
import { db } from '../db/client'
import { transcripts } from '../db/schema/interviews'
import { corrections } from '../db/schema/notes'
import type { Segment } from '../transcript/transcript'
import type { CompactWords } from '../transcript/words'

type Wanted = { interviewId: string; segments: number[] }
type Pieces = { interviewId: string; said: Segment[]; words: CompactWords; corrected: Replacement[] | null }
export type FoundSegment = {
  segment: number
  said: Segment
  words: CompactWords[number]
  corrections: Replacement[]
}

/** The wanted segments as Ribbon sent them, with what corrects them, by interview. */
export async function findSegments(all: Wanted[]): Promise<Map<string, FoundSegment[]>> {
  const wanted = all.filter(({ segments }) => segments.length > 0)
  if (wanted.length === 0) return new Map()

  const pieces = new Map((await findPieces(wanted)).map((piece) => [piece.interviewId, piece]))
  const found = wanted.map(({ interviewId: id, segments }) => {
    const piece = pieces.get(id)
    const bySegment = correctionsBySegment(piece?.corrected ?? [])
    const ofOne = segments.flatMap((segment, index) => {
      const [said, words] = [piece?.said[index], piece?.words[index]]
      if (!said || words === undefined) return []
      return [{ segment, said, words, corrections: bySegment.get(segment) ?? [] }]
    })
    return [id, ofOne] as const
  })
  return new Map(found)
}

const { segment, from, to, original, replacement } = corrections
const CORRECTED = sql<
  Replacement[] | null
>`(SELECT jsonb_agg(jsonb_build_object('segment', ${segment}, 'from', ${from}, 'to', ${to},
  'original', ${original}, 'replacement', ${replacement})) FROM ${corrections}
  WHERE ${and(eq(corrections.interviewId, transcripts.interviewId), isNull(corrections.withdrawnAt))})`

/** One expression an interview, since each takes its whole transcript out of where Postgres keeps it. */
function findPieces(wanted: Wanted[]): Promise<Pieces[]> {
  const asked = wanted.map(({ interviewId, segments }) => ({ interviewId, path: `$[${segments.join(',')}]` }))
  const { interviewId, segments, words } = transcripts
  return db()
    .select({
      interviewId,
      said: sql<Segment[]>`jsonb_path_query_array(${segments}, w.path::jsonpath)`,
      words: sql<CompactWords>`jsonb_path_query_array(${words}, w.path::jsonpath)`,
      corrected: CORRECTED,
    })
    .from(transcripts)
    .innerJoin(
      sql`jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) AS w ("interviewId" text, path text)`,
      sql`${interviewId} = w."interviewId"`,
    )
}
