import type { Interview } from '@/lib/interviews/interview'

/** Another one when Ribbon has added a part of an interview: what was shown without it is to be drawn anew. */
export function whatIsThere({
  state,
  hasAudio,
  hasVideo,
  segments,
  questions,
  summary,
  assessment,
}: Interview): string {
  const parts = [state, hasAudio, hasVideo, segments.length, questions.length, summary !== null]
  return JSON.stringify([...parts, assessment])
}
