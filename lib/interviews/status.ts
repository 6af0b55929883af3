import type { Author } from '../members/member'

/** How far the team's decision about an interview is, from the first to the last. One that nobody has set is new. */
export const STATUSES = ['new', 'in_review', 'shortlisted', 'on_hold', 'advanced', 'declined'] as const
export type Status = (typeof STATUSES)[number]

/** Who set a status, and when (ISO 8601). `version` names it to whoever replaces it or takes it back. */
export type StatusSet = { by: Author; at: string; version: string }

/** What a colleague wrote is hidden from who has not voted yet: not the same as nothing. */
export type HiddenReason = { is: 'hidden'; until: 'my_vote' }

/** The status that stands; `by`, `at` and `version` are null where nobody has set one. */
export type StandingStatus = { status: Status; reason: string | HiddenReason | null } & (
  StatusSet | { by: null; at: null; version: null }
)

const WORDS: Record<Status, string> = {
  new: 'New',
  in_review: 'In review',
  shortlisted: 'Shortlisted',
  on_hold: 'On hold',
  advanced: 'Advanced',
  declined: 'Declined',
}

export function statusWord(status: Status): string {
  return WORDS[status]
}
