import 'server-only'
import { flows, transcripts } from '../db/schema/interviews'
import type { Interview } from './interview'
import { rowColumns, toRow } from './row'

/** All of an interview of `titled`, joined with its transcript and flow. */
export const wholeColumns = {
  ...rowColumns,
  language: flows.language,
  script: flows.questions,
  summary: transcripts.summary,
  segments: transcripts.segments,
  questions: transcripts.questions,
}

type StoredInterview = Parameters<typeof toRow>[0] &
  Pick<Interview, 'language' | 'summary' | 'segments' | 'questions'> & { script: string[] | null }

export function toInterview(row: StoredInterview): Interview {
  const { language, summary, segments, questions, script } = row
  return { ...toRow(row), language, summary, segments, questions, script: script ?? [] }
}
