'use client'

import { Play } from '../ui/icons'
import type { ReactNode } from 'react'
import { isRatable, hasWords } from '@/lib/compare/answer-state'
import type { AnswerHead } from '@/lib/compare/compared'
import { formatDuration } from '../duration'
import { guarded } from '../guarded'
import { answerFacts, comparedLabel, missingOf } from './answer-label'
import { AnswerPlayback } from './answer-playback'
import { FILLS } from './rating-scale'
import type { ShownRating } from './shown-ratings'

type Props = {
  answer: AnswerHead
  given: ShownRating
  withAgent: boolean
  /** It is open, or comes next. */
  isLoaded: boolean
  /** What stands in the row while it is open; null while it is not. */
  open: ReactNode
  onOpen: () => void
}

/** Somebody's answer: one line, unless it is the one that is open. Its recording is loaded once it is or comes next. */
export const AnswerRow = guarded('This answer', function AnswerRow(props: Props) {
  const { answer, given, onOpen, ...playback } = props
  const closed = <ClosedAnswer {...{ answer, given, onOpen }} />
  if (!hasWords(answer)) return playback.open ?? closed
  return <AnswerPlayback {...playback} answer={answer} closed={closed} />
})

type ClosedProps = Pick<Props, 'answer' | 'given' | 'onOpen'>

function ClosedAnswer({ answer, given, onOpen }: ClosedProps) {
  const label = comparedLabel(answer.candidate)
  if (!isRatable(answer.state)) {
    return (
      <p className="flex min-h-12 items-center gap-3 px-4 text-muted lg:px-6">
        <bdi className="w-56 truncate max-sm:w-auto max-sm:min-w-24 max-sm:flex-1" title={label}>
          {label}
        </bdi>
        {answerFacts(answer)}
      </p>
    )
  }
  const missing = missingOf(answer)
  return (
    <button
      type="button"
      className="flex h-12 w-full items-center gap-3 px-4 text-left -outline-offset-2 hover:bg-hover max-lg:hidden lg:px-6"
      onClick={onOpen}
    >
      <bdi className="w-56 shrink-0 truncate font-medium" title={label}>
        {label}
      </bdi>
      <span className="min-w-10 shrink-0 text-muted numeric">
        {answer.seconds !== null && formatDuration(answer.seconds)}
      </span>
      <span className="w-3.5 shrink-0 text-muted">{answer.recording !== null && <Play size={13} />}</span>
      <span className="flex min-w-0 flex-1 gap-x-2">
        {missing.length > 0 && <span className="shrink-0 text-muted first-letter:uppercase">{missing.join(', ')}</span>}
        <span dir="auto" className="min-w-0 flex-1 truncate text-faint">
          {hasWords(answer) && answer.segments.find(({ speaker }) => speaker === 'candidate')?.text}
        </span>
      </span>
      {given.isUnsent && <span aria-hidden="true" className="size-2 shrink-0 rounded-full bg-warn" />}
      {given.rating !== null && (
        <span
          className={`flex h-7 w-9 shrink-0 items-center justify-center rounded-md font-semibold numeric ${FILLS[given.rating]}`}
        >
          <span className="sr-only">rated </span>
          {given.rating}
          {given.isUnsent && <span className="sr-only">, not sent yet</span>}
        </span>
      )}
    </button>
  )
}
