import 'server-only'
import { and, desc, eq } from 'drizzle-orm'
import type { Viewer } from '../auth/viewer'
import { db } from '../db/client'
import { flows, interviews, scoreVersions, teams, transcripts } from '../db/schema/interviews'
import type { Interview, ScoreVersion } from './interview'
import { toRow, rowColumns } from './row'
import { visibleTo } from './visible'
import type { CompactWords } from '../transcript/words'

const MOST_VERSIONS = 20

/** Null when absent and when another team's: a stranger must not tell them apart. */
export async function findInterview(viewer: Viewer, id: string): Promise<Interview | null> {
  if (id.includes('\0')) return null
  const [row] = await db()
    .select({
      ...rowColumns,
      language: flows.language,
      script: flows.questions,
      summary: transcripts.summary,
      segments: transcripts.segments,
      questions: transcripts.questions,
    })
    .from(interviews)
    .innerJoin(transcripts, eq(transcripts.interviewId, interviews.id))
    .leftJoin(flows, eq(flows.id, interviews.flowId))
    .leftJoin(teams, eq(teams.id, interviews.teamId))
    .where(and(visibleTo(viewer), eq(interviews.id, id)))
  if (!row) return null

  const { language, summary, segments, questions, script } = row
  return { ...toRow(row), language, summary, segments, questions, script: script ?? [] }
}

/** The times of a transcript's words; null when absent and when another team's. */
export async function findWords(viewer: Viewer, id: string): Promise<CompactWords | null> {
  if (id.includes('\0')) return null
  const [row] = await db()
    .select({ words: transcripts.words })
    .from(transcripts)
    .innerJoin(interviews, eq(interviews.id, transcripts.interviewId))
    .where(and(visibleTo(viewer), eq(interviews.id, id)))
  return row?.words ?? null
}

/** What Ribbon said before, the newest first, no more than twenty; none when absent and when another team's. */
export async function listScoreVersions(viewer: Viewer, interviewId: string): Promise<ScoreVersion[]> {
  // Postgres refuses the character, so no id has it.
  if (interviewId.includes('\0')) return []
  const { replacedAt, replacedBy, scores, generalScore, summary } = scoreVersions
  const rows = await db()
    .select({ replacedAt, scores, generalScore, summary })
    .from(scoreVersions)
    .innerJoin(interviews, eq(interviews.id, scoreVersions.interviewId))
    .where(and(visibleTo(viewer), eq(scoreVersions.interviewId, interviewId)))
    .orderBy(desc(replacedBy))
    .limit(MOST_VERSIONS)
  return rows.map((row) => ({ ...row, replacedAt: new Date(row.replacedAt).toISOString() }))
}
