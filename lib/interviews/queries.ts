import 'server-only'
import { eq } from 'drizzle-orm'
import type { Reader } from '../auth/viewer'
import { db } from '../db/client'
import { flows, transcripts } from '../db/schema/interviews'
import type { Interview, ScoreVersion } from './interview'
import { versionsOfSeen } from './score-versions'
import { interviewsOf, seen, titled } from './seen'
import { toInterview, wholeColumns } from './whole'
import { transcriptVersion } from '../transcript/version'
import type { CompactWords } from '../transcript/words'
import type { InterviewId } from './interview-id'

/** Null when absent and when another team's: a stranger must not tell them apart. */
export async function findInterview(reader: Reader, id: InterviewId): Promise<Interview | null> {
  const [row] = await db()
    .select(wholeColumns(reader))
    .from(titled(interviewsOf(reader)))
    .innerJoin(transcripts, eq(transcripts.interviewId, seen.id))
    .leftJoin(flows, eq(flows.id, seen.flowId))
    .where(eq(seen.id, id))
  return row ? toInterview(row) : null
}

type WordTimes = { words: CompactWords; version: string }

/** The times of a transcript's words, and of which version of it; null when absent and when another team's. */
export async function findWords(reader: Reader, id: InterviewId): Promise<WordTimes | null> {
  const [row] = await db()
    .select({ words: transcripts.words, segments: transcripts.segments })
    .from(transcripts)
    .innerJoin(interviewsOf(reader), eq(seen.id, transcripts.interviewId))
    .where(eq(seen.id, id))
  return row ? { words: row.words, version: transcriptVersion(row.segments) } : null
}

/** What Ribbon said before, the newest first, no more than twenty; none when absent and when another team's. */
export async function listScoreVersions(reader: Reader, interviewId: InterviewId): Promise<ScoreVersion[]> {
  const [row] = await db()
    .select({ versions: versionsOfSeen })
    .from(interviewsOf(reader))
    .where(eq(seen.id, interviewId))
  return row?.versions ?? []
}
