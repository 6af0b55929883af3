import type { ComparedQuestions } from '@/lib/compare/compared'
import { howMany } from '../how-many'

type Counts = Pick<ComparedQuestions, 'interviews' | 'withoutTranscript'>

/** How many are compared, and how many cannot be. */
export function candidateCount({ interviews, withoutTranscript }: Counts): string {
  const candidates = howMany(interviews, 'candidate')
  if (withoutTranscript === 0) return candidates
  return `${candidates}, and ${withoutTranscript} ${interviews === 0 ? '' : 'more '}without a transcript`
}
