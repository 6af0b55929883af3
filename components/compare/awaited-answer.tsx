import type { AnswerHead } from '@/lib/compare/compared'
import { answerFacts, comparedLabel } from './answer-label'

/** The answer that is open, until what was said comes. */
export function AwaitedAnswer({ answer }: { answer: AnswerHead }) {
  return (
    <div className="px-4 py-3 lg:px-6">
      <p className="flex items-center gap-x-3 lg:min-h-9">
        <bdi className="max-w-56 truncate font-semibold">{comparedLabel(answer.candidate)}</bdi>
        <span className="text-muted numeric">{answerFacts(answer)}</span>
      </p>
      <p role="status" className="appear-late mt-2 text-muted">
        The words are being loaded.
      </p>
    </div>
  )
}
