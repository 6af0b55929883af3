import { segmentOfId } from '@/lib/interviews/interview-url'

/** Where an interview is reviewed; `search` is the list that it was opened from, `at` a moment in seconds. */
export function candidatePath(id: string, search: string, at?: number | null): string {
  const query = new URLSearchParams(search)
  if (at != null) query.set('t', String(Math.round(at * 100) / 100))
  return `/candidates/${segmentOfId(id)}${query.size > 0 ? `?${query}` : ''}`
}
