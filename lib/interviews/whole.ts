import 'server-only'
import { sql } from 'drizzle-orm'
import { flows, transcripts } from '../db/schema/interviews'
import type { Interview } from './interview'
import { rowColumns, toRow } from './row'
import { seen } from './seen'

/** All of an interview of `titled`, joined with its transcript and flow. */
export const wholeColumns = {
  ...rowColumns,
  language: flows.language,
  script: flows.questions,
  summary: sql<string | null>`CASE WHEN ${seen.showsAssessment} THEN ${transcripts.summary} END`,
  segments: transcripts.segments,
  questions: transcripts.questions,
}

type StoredInterview = Parameters<typeof toRow>[0] &
  Pick<Interview, 'language' | 'summary' | 'segments' | 'questions'> & { script: string[] | null }

export function toInterview(row: StoredInterview): Interview {
  const { language, summary, segments, questions, script } = row
  return { ...toRow(row), language, summary, segments, questions, script: script ?? [] }
}
