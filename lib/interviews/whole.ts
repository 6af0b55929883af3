import 'server-only'
import { sql } from 'drizzle-orm'
import { flowIsWhole } from '../auth/scope'
import type { Reader } from '../auth/viewer'
import { flows, transcripts } from '../db/schema/interviews'
import type { Interview } from './interview'
import { rowColumns, toRow } from './row'
import { seen } from './seen'

/** All of an interview of `titled`, joined with its transcript and flow; the script is its reader's where the flow is as a whole. */
export const wholeColumns = (reader: Reader) => ({
  ...rowColumns,
  language: flows.language,
  script: sql<string[] | null>`CASE WHEN ${flowIsWhole(reader)} THEN ${flows.questions} END`,
  summary: sql<string | null>`CASE WHEN ${seen.showsAssessment} THEN ${transcripts.summary} END`,
  segments: transcripts.segments,
  questions: transcripts.questions,
})

type StoredInterview = Parameters<typeof toRow>[0] &
  Pick<Interview, 'language' | 'summary' | 'segments' | 'questions'> & { script: string[] | null }

export function toInterview(row: StoredInterview): Interview {
  const { language, summary, segments, questions, script } = row
  return { ...toRow(row), language, summary, segments, questions, script: script ?? [] }
}
