import type { StandingStatus, Status } from '@/lib/interviews/status'
import { memberLabel } from '@/lib/members/member'
import { ago } from '../ago'

/** By which a status is chosen while its menu is open. */
export const STATUS_KEYS: Record<Status, string> = {
  new: 'n',
  in_review: 'r',
  shortlisted: 's',
  on_hold: 'h',
  advanced: 'a',
  declined: 'd',
}

/** What was done with somebody: “3 put on hold”. */
export const STATUS_DONE: Record<Status, string> = {
  new: 'set back to new',
  in_review: 'put in review',
  shortlisted: 'shortlisted',
  on_hold: 'put on hold',
  advanced: 'advanced',
  declined: 'declined',
}

/** What a button does. */
export const STATUS_ACTS: Record<Status, string> = {
  new: 'Set back to new',
  in_review: 'Put in review',
  shortlisted: 'Shortlist',
  on_hold: 'Put on hold',
  advanced: 'Advance',
  declined: 'Decline',
}

/** Who did what with whom, and when: “Mara declined Ingrid 2 min ago.” */
export function didSentence({ status, by, at }: StandingStatus, called: string, now: number): string {
  if (by === null) return `${called} is new again.`
  const past = ago(at, now)
  return `${memberLabel(by)} ${did(status, called)} ${past === 'now' ? 'just now' : `${past} ago`}.`
}

function did(status: Status, called: string): string {
  if (status === 'new') return `set ${called} back to new`
  if (status === 'in_review') return `put ${called} in review`
  if (status === 'on_hold') return `put ${called} on hold`
  return `${STATUS_DONE[status]} ${called}`
}
