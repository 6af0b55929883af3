import { EVERYTHING, filterToSearch, type InterviewFilter } from '@/lib/interviews/list/filter'

/** The list of what the agenda of these flows counts. */
export function splitsPath(flowIds: string[]): string {
  return listPath({ flow: flowIds, votes: ['split'], invalid: false })
}

/** What waits for its reader's vote there. */
export function unjudgedPath(flowIds: string[]): string {
  return listPath({ flow: flowIds, vote: ['none'] })
}

function listPath(narrowed: Partial<InterviewFilter>): string {
  return `/candidates?${filterToSearch({ ...EVERYTHING, ...narrowed })}`
}
