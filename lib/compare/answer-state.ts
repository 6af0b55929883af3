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

/** Whether what was said has come with it. */
export function hasWords(answer: AnswerHead | ComparedAnswer): answer is ComparedAnswer {
  return 'segments' in answer
}
