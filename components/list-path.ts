import { EVERYTHING, filterToSearch, type InterviewFilter } from '@/lib/interviews/list/filter'

/** The list of interviews, narrowed to these. */
export function listPath(narrowed: Partial<InterviewFilter>): string {
  return `/candidates?${filterToSearch({ ...EVERYTHING, ...narrowed })}`
}
