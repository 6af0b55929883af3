import type { Assessment, Scores } from '../assessment/scores'
import type { Talk } from '../transcript/transcript'

/** ready: data, completed · processing: data, not yet completed · not_taken: no data. */
export const INTERVIEW_STATES = ['ready', 'processing', 'not_taken'] as const
export type InterviewState = (typeof INTERVIEW_STATES)[number]

export type Candidate = { name: string | null; email: string | null }

/** A row of the list. Durations are seconds, `firstSeenAt` is ISO 8601: Ribbon itself gives no date. */
export type InterviewRow = {
  id: string
  candidate: Candidate
  flow: { id: string | null; title: string | null }
  team: { id: string | null; name: string | null }
  state: InterviewState
  assessment: Assessment
  duration: number | null
  /** Seconds in which the candidate speaks. */
  talk: number | null
  hasAudio: boolean
  hasVideo: boolean
  firstSeenAt: string
}

export type Interview = InterviewRow & Talk & { language: string | null; summary: string | null }

/** What Ribbon said of an interview until `replacedAt` (ISO 8601), when it said otherwise. */
export type ScoreVersion = {
  replacedAt: string
  scores: Scores
  generalScore: number | null
  summary: string | null
}
