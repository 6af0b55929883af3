import { isRatable } from './answer-state'
import type { AnswerHead } from './compared'

type Stepped = Pick<AnswerHead, 'state'> & { rating: unknown }

/** The place of the first that is not rated, else of the first that there is something of. */
export function firstToOpen(answers: Stepped[]): number {
  const unrated = answers.findIndex(({ state, rating }) => isRatable(state) && rating === null)
  return Math.max(0, unrated < 0 ? answers.findIndex(({ state }) => isRatable(state)) : unrated)
}

/** The place of the next one that there is something of, or of the one before. */
export function nextToOpen(answers: Pick<Stepped, 'state'>[], from: number, by: 1 | -1): number | undefined {
  for (let index = from + by; index >= 0 && index < answers.length; index += by)
    if (isRatable(answers[index]?.state ?? 'not_asked')) return index
  return undefined
}

/** Lines that a page begins with: somewhat more than fit into a window. */
export const LINES_IN_SIGHT = 16

/** Whether an answer is among the lines that a page begins with, or is open then, or comes next. */
export function sightOf(answers: Stepped[]): (index: number) => boolean {
  const open = firstToOpen(answers)
  const next = nextToOpen(answers, open, 1)
  return (index) => index < LINES_IN_SIGHT || index === open || index === next
}
