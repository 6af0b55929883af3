import { isRatable } from '@/lib/compare/answer-state'
import type { AnswerHead, AnswersInSight } from '@/lib/compare/compared'
import type { GivenRating, Rating } from '@/lib/compare/rating'
import type { SideBySide } from '@/lib/compare/side-by-side'
import type { UnsentRating } from './unsent-rating'

/** What the reader gave, and whether the server has it. */
export type ShownRating = { rating: Rating | null; anchors: number | null; isUnsent: boolean }

const NONE: ShownRating = { rating: null, anchors: null, isUnsent: false }

/** What waits comes before what the server knew. */
export function shownRating(
  { interview, rating }: Pick<AnswerHead, 'interview' | 'rating'>,
  key: string,
  waiting: readonly UnsentRating[],
): ShownRating {
  const unsent = waiting.find((one) => one.interview === interview && one.key === key)
  if (unsent) return { rating: unsent.rating, anchors: unsent.anchors, isUnsent: true }
  return rating ? { rating: rating.rating, anchors: rating.anchors, isUnsent: false } : NONE
}

/** The answers once the server has this. */
export function withRating(
  held: AnswersInSight | undefined,
  { interview }: Pick<UnsentRating, 'interview'>,
  rating: GivenRating | null,
): AnswersInSight | undefined {
  if (!held) return held
  const answers = held.answers.map((answer) => (answer.interview === interview ? { ...answer, rating } : answer))
  return { ...held, answers }
}

/** The same of finalists. */
export function withFinalistRating(
  held: SideBySide | undefined,
  { interview, key }: Pick<UnsentRating, 'interview' | 'key'>,
  rating: GivenRating | null,
): SideBySide | undefined {
  if (!held) return held
  const place = held.questions.findIndex((question) => question.key === key)
  const finalists = held.finalists.map((finalist) =>
    finalist.interview === interview
      ? { ...finalist, answers: finalist.answers.map((answer, at) => (at === place ? { ...answer, rating } : answer)) }
      : finalist,
  )
  return { ...held, finalists }
}

export type Progress = { ratable: number; rated: number }

export function ratingProgress({ question, answers }: AnswersInSight, waiting: readonly UnsentRating[]): Progress {
  const ratable = answers.filter(({ state }) => isRatable(state))
  const rated = ratable.filter((answer) => shownRating(answer, question.key, waiting).rating !== null)
  return { ratable: ratable.length, rated: rated.length }
}
