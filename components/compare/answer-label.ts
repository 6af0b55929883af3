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

/** Beside a candidate: how long the answer is, and what of it is missing. */
export function answerFacts({
  state,
  seconds,
  recording,
}: Pick<AnswerHead, 'state' | 'seconds' | 'recording'>): string {
  const silent = SILENT[state]
  if (silent) return silent
  const facts = [
    seconds === null ? 'at an unknown time' : formatDuration(seconds),
    ...(state === 'cut_off' ? ['cut off'] : []),
    ...(recording === null ? ['no recording: read it'] : []),
  ]
  return facts.join(', ')
}
