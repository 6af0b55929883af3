import type { AnswerHead, AnswerState, ComparedAnswer } from './compared'

/** `words` are those that the candidate says to the question, null where it has not been met. */
export type AnswerFacts = {
  isInvalid: boolean
  isMatched: boolean
  isAsked: boolean
  isCutOff: boolean
  words: number | null
}

export function answerState({ isInvalid, isMatched, isAsked, isCutOff, words }: AnswerFacts): AnswerState {
  if (isInvalid) return 'invalid'
  if (!isMatched) return 'not_matched'
  if (!isAsked) return 'not_asked'
  if (!words) return 'not_answered'
  return isCutOff ? 'cut_off' : 'answered'
}

/** Whether there is something to rate. */
export function isRatable(state: AnswerState): boolean {
  return state === 'answered' || state === 'cut_off'
}

/** Whether there is something to rate, and so much of it that it has not come to stand beside the others. */
export function isLeftOut({ state, segments }: Pick<ComparedAnswer, 'state' | 'segments'>): boolean {
  return isRatable(state) && segments.length === 0
}

/** Whether what was said has come with it. */
export function hasWords(answer: AnswerHead | ComparedAnswer): answer is ComparedAnswer {
  return 'segments' in answer
}
