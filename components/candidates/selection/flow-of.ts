import type { InterviewRow } from '@/lib/interviews/interview'

/** The id of the flow that all of these are of; null where there is none, or more than one. */
export function flowOf(rows: Pick<InterviewRow, 'flow'>[]): string | null {
  const flows = new Set(rows.map(({ flow }) => flow.id))
  return flows.size === 1 ? ([...flows][0] ?? null) : null
}
