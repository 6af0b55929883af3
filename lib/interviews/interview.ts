import type { Assessment, Scores } from '../assessment/scores'
import type { Author } from '../members/member'
import type { Status, StatusSet } from './status'
import type { Talk } from '../transcript/transcript'
import type { RowVotes } from './vote'

/** ready: data, completed · processing: data, not yet completed · not_taken: no data. */
export const INTERVIEW_STATES = ['ready', 'processing', 'not_taken'] as const
export type InterviewState = (typeof INTERVIEW_STATES)[number]

/** How far its reader is with an interview: nothing of it, some, or nearly all of what the candidate says, by ear alone or by eye too. */
export const READER_PROGRESS = ['new', 'begun', 'read', 'heard'] as const
export type ReaderProgress = (typeof READER_PROGRESS)[number]

/** Why an interview says nothing about its candidate. */
export const INVALID_CAUSES = ['technical_failure', 'other_speaker', 'too_little_said'] as const
export type InvalidCause = (typeof INVALID_CAUSES)[number]
/** By whom it was marked so. */
export type Invalid = { cause: InvalidCause; by: Author }

export type Candidate = { name: string | null; email: string | null }

/** Where colleagues' are hidden their reader's own are counted alone. */
export type NoteCount = number | { is: 'hidden'; until: 'my_vote'; mine: number }

/** A row of the list. Durations are seconds, `firstSeenAt` is ISO 8601: Ribbon itself gives no date. */
export type InterviewRow = {
  id: string
  candidate: Candidate
  flow: { id: string | null; title: string | null }
  team: { id: string | null; name: string | null }
  state: InterviewState
  assessment: Assessment
  votes: RowVotes
  duration: number | null
  /** Seconds in which the candidate speaks. */
  talk: number | null
  hasAudio: boolean
  hasVideo: boolean
  /** Its reader's own; null where there is nothing that the candidate says. */
  progress: ReaderProgress | null
  /** Notes that stand, answers among them. */
  noteCount: NoteCount
  status: Status
  /** Null where nobody has set one. */
  statusSet: StatusSet | null
  /** What Ribbon last said of the candidate in this flow, in its own word. */
  ribbonStatus: string | null
  invalid: Invalid | null
  firstSeenAt: string
}

/** Whether there is something to hear. */
export function plays({ hasAudio, hasVideo }: Pick<InterviewRow, 'hasAudio' | 'hasVideo'>): boolean {
  return hasAudio || hasVideo
}

/** Whether nobody votes on it: it was not taken, or says nothing about its candidate. */
export function isClosedToVotes({ state, invalid }: Pick<InterviewRow, 'state' | 'invalid'>): boolean {
  return state === 'not_taken' || invalid !== null
}

/** `summary` is null as well where its assessment is hidden. */
export type Interview = InterviewRow & Talk & { language: string | null; summary: string | null }

/** What Ribbon said of an interview until `replacedAt` (ISO 8601), when it said otherwise. */
export type ScoreVersion = {
  replacedAt: string
  scores: Scores
  generalScore: number | null
  summary: string | null
}
