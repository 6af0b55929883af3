import 'server-only'
import { and, eq } from 'drizzle-orm'
import type { Reader } from '../auth/viewer'
import { db } from '../db/client'
import { recordings } from '../db/schema/interviews'
import { interviewsOf, seen } from '../interviews/seen'
import type { RecordingKind } from '../interviews/recording-kind'
import type { InterviewId } from '../interviews/interview-id'

/**
 * Where Ribbon keeps the recording: never to leave the server. Null when absent and when another team's, which a stranger must
 * not tell apart.
 */
export async function findRecordingUrl(
  reader: Reader,
  interviewId: InterviewId,
  kind: RecordingKind,
): Promise<string | null> {
  const [row] = await db()
    .select({ url: recordings.url })
    .from(recordings)
    .innerJoin(interviewsOf(reader), eq(seen.id, recordings.interviewId))
    .where(and(eq(recordings.interviewId, interviewId), eq(recordings.kind, kind)))
  return row?.url ?? null
}
