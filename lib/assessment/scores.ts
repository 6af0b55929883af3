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

/**
 * How Ribbon assesses an interview. Hidden is not missing: the reader is not to know it before they have voted. `generalScore`
 * is the mean of the general scores that are there, out of 5.
 */
export type Assessment =
  { is: 'shown'; scores: Scores; generalScore: number | null } | { is: 'hidden'; until: 'my_vote' }

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

/** The same for each score. */
export function perScore<Value>(make: (name: ScoreName) => Value): Record<ScoreName, Value> {
  return Object.fromEntries(SCORE_NAMES.map((name) => [name, make(name)])) as Record<ScoreName, Value>
}
