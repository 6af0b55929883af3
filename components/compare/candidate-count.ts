import type { ComparedQuestions } from '@/lib/compare/compared'

type Counts = Pick<ComparedQuestions, 'interviews' | 'withoutTranscript'>

/** How many are compared, and how many cannot be. */
export function candidateCount({ interviews, withoutTranscript }: Counts): string {
  const candidates = interviews === 1 ? '1 candidate' : `${interviews} candidates`
  return withoutTranscript === 0 ? candidates : `${candidates}, and ${withoutTranscript} without a transcript`
}
