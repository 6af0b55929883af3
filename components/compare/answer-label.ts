import type { AnswerHead, AnswerState, ComparedCandidate } from '@/lib/compare/compared'
import { candidateLabel } from '../candidates/identity/candidate-label'
import { formatDuration } from '../duration'

/** What a candidate is called here: by name, or by letters that tell nothing. */
export function comparedLabel(candidate: ComparedCandidate): string {
  return candidate.is === 'hidden' ? `Candidate ${candidate.letter}` : candidateLabel(candidate)
}

/** What is said where there is no answer to hear or read. */
const SILENT: Partial<Record<AnswerState, string>> = {
  invalid: 'marked invalid',
  not_answered: 'not answered',
  not_asked: 'not asked',
  not_matched: 'not matched to the questions yet',
}

type Told = Pick<AnswerHead, 'state' | 'seconds' | 'recording'>

/** Beside a candidate: how long the answer is, and what of it is missing. */
export function answerFacts(answer: Told): string {
  const silent = SILENT[answer.state]
  if (silent) return silent
  const { seconds } = answer
  return [...(seconds === null ? [] : [formatDuration(seconds)]), ...missingOf(answer)].join(', ')
}

/** What is not known of an answer that there is, or cannot be heard. */
export function missingOf({ state, seconds, recording }: Told): string[] {
  return [
    ...(seconds === null ? ['at an unknown time'] : []),
    ...(state === 'cut_off' ? ['cut off'] : []),
    ...(recording === null ? ['no recording: read it'] : []),
  ]
}
