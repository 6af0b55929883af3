export const SCORE_NAMES = [
  'communication',
  'motivation',
  'skills',
  'vocabulary',
  'grammar',
  'fluency',
  'comprehension',
] as const
export type ScoreName = (typeof SCORE_NAMES)[number]

export const GENERAL_SCORES = ['communication', 'motivation', 'skills'] as const satisfies readonly ScoreName[]
export const LANGUAGE_SCORES = [
  'vocabulary',
  'grammar',
  'fluency',
  'comprehension',
] as const satisfies readonly ScoreName[]

/** Out of 5; null is a missing score, never 0. */
export type Scores = Record<ScoreName, number | null>

/** ready: data, completed · processing: data, not yet completed · not_taken: no data. */
export const INTERVIEW_STATES = ['ready', 'processing', 'not_taken'] as const
export type InterviewState = (typeof INTERVIEW_STATES)[number]

/** `other` is any role that Ribbon may invent besides `agent` and `user`. */
export type Speaker = 'agent' | 'candidate' | 'other'

/** One uninterrupted utterance. Times are seconds from the start of the recording; null where no word carries one. */
export type Segment = { speaker: Speaker; text: string; start: number | null; end: number | null }

/** A question of the script and the indices of the segments it was asked and answered in, in no promised order. */
export type Question = { text: string; segments: number[]; start: number | null; end: number | null }

export type Candidate = { name: string | null; email: string | null }

/** A row of the list. Durations are seconds, `firstSeenAt` is ISO 8601: Ribbon itself gives no date. */
export type InterviewRow = {
  id: string
  candidate: Candidate
  flow: { id: string | null; title: string | null }
  team: { id: string | null; name: string | null }
  state: InterviewState
  scores: Scores
  /** Mean of the general scores that are there, out of 5. */
  generalScore: number | null
  duration: number | null
  /** Seconds in which the candidate speaks. */
  talk: number | null
  hasAudio: boolean
  hasVideo: boolean
  firstSeenAt: string
}

export type Interview = InterviewRow & {
  language: string | null
  summary: string | null
  segments: Segment[]
  /** The questions that were asked, with what was said to them. */
  questions: Question[]
  /** The flow's questions in their order; one that `questions` lacks was not asked. */
  script: string[]
}

/** What Ribbon said of an interview until `replacedAt` (ISO 8601), when it said otherwise. */
export type ScoreVersion = {
  replacedAt: string
  scores: Scores
  generalScore: number | null
  summary: string | null
}

export const NO_SCORES: Scores = {
  communication: null,
  motivation: null,
  skills: null,
  vocabulary: null,
  grammar: null,
  fluency: null,
  comprehension: null,
}

/** Mean of the general scores that are there; null when none is. */
export function generalScore(scores: Scores): number | null {
  const present = GENERAL_SCORES.map((name) => scores[name]).filter((score) => score !== null)
  if (present.length === 0) return null
  return present.reduce((sum, score) => sum + score, 0) / present.length
}
