import 'server-only'
import { and, eq } from 'drizzle-orm'
import type { Viewer } from '../auth/viewer'
import { db } from '../db/client'
import { interviews, recordings } from '../db/schema/interviews'
import { visibleTo } from '../interviews/visible'
import type { RecordingKind } from '../interviews/recording-kind'

/**
 * Where Ribbon keeps the recording: never to leave the server. Null when absent and when another team's, which a stranger must
 * not tell apart.
 */
export async function findRecordingUrl(
  viewer: Viewer,
  interviewId: string,
  kind: RecordingKind,
): Promise<string | null> {
  // Postgres refuses the character, so no id has it.
  if (interviewId.includes('\0')) return null

  const [row] = await db()
    .select({ url: recordings.url })
    .from(recordings)
    .innerJoin(interviews, eq(interviews.id, recordings.interviewId))
    .where(and(visibleTo(viewer), eq(recordings.interviewId, interviewId), eq(recordings.kind, kind)))
  return row?.url ?? null
}
