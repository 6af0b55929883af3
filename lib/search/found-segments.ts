import 'server-only'
import { sql } from 'drizzle-orm'
import { correctionsBy, type Replacement } from '../transcript/as-read'
import { findCorrectionsOf } from '../interviews/standing-corrections'
import { db } from '../db/client'
import { transcripts } from '../db/schema/interviews'
import type { Segment } from '../transcript/transcript'
import type { CompactWords } from '../transcript/words'

type Wanted = { interviewId: string; segments: number[] }
type Pieces = { interviewId: string; said: Segment[]; words: CompactWords }
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

  const ids = wanted.map(({ interviewId }) => interviewId)
  const [read, corrected] = await Promise.all([findPieces(wanted), findCorrectionsOf(db(), ids)])
  const pieces = new Map(read.map((piece) => [piece.interviewId, piece]))
  const corrections = correctionsBy(corrected, ({ segment, interviewId }) => `${segment} ${interviewId}`)
  const found = wanted.map(({ interviewId: id, segments }) => {
    const ofOne = segments.flatMap((segment, index) => {
      const [said, words] = [pieces.get(id)?.said[index], pieces.get(id)?.words[index]]
      if (!said || words === undefined) return []
      return [{ segment, said, words, corrections: corrections.get(`${segment} ${id}`) ?? [] }]
    })
    return [id, ofOne] as const
  })
  return new Map(found)
}

/** One expression an interview, since each takes its whole transcript out of where Postgres keeps it. */
function findPieces(wanted: Wanted[]): Promise<Pieces[]> {
  const asked = wanted.map(({ interviewId, segments }) => ({ interviewId, path: `$[${segments.join(',')}]` }))
  const { interviewId, segments, words } = transcripts
  return db()
    .select({
      interviewId,
      said: sql<Segment[]>`jsonb_path_query_array(${segments}, w.path::jsonpath)`,
      words: sql<CompactWords>`jsonb_path_query_array(${words}, w.path::jsonpath)`,
    })
    .from(transcripts)
    .innerJoin(
      sql`jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) AS w ("interviewId" text, path text)`,
      sql`${interviewId} = w."interviewId"`,
    )
}
