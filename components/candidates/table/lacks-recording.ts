import { plays, type InterviewRow } from '@/lib/interviews/interview'

/** Over, and nothing of it can be played: which nobody would expect. */
export function lacksRecording(row: InterviewRow): boolean {
  return row.state === 'ready' && !plays(row)
}
