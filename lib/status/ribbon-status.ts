import type { Status } from '../interviews/status'

/** What Ribbon's words mean among ours; its own list is not documented. */
const MEANINGS: Record<Status, string[]> = {
  new: ['new', 'invited', 'pending', 'applied', 'interviewed', 'completed'],
  in_review: ['in_review', 'under_review', 'review', 'reviewing', 'reviewed'],
  shortlisted: ['shortlisted', 'shortlist'],
  on_hold: ['on_hold', 'hold'],
  advanced: ['advanced', 'accepted', 'approved', 'moved_forward', 'offered', 'hired'],
  declined: ['declined', 'rejected', 'not_selected', 'disqualified'],
}

/** Whether Ribbon says of a candidate something else than the team does; a word that nobody knows says something else. */
export function differsFromRibbon(status: Status, ribbonStatus: string | null): boolean {
  if (ribbonStatus === null) return false
  const word = ribbonStatus
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_')
  return !MEANINGS[status].includes(word)
}
