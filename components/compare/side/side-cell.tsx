import { BookOpen, Play } from '../../ui/icons'
import type { ReactNode } from 'react'
import { isLeftOut, isRatable } from '@/lib/compare/answer-state'
import type { ComparedAnswer } from '@/lib/compare/compared'
import { guarded } from '../../guarded'
import { Button } from '../../ui/button'
import { answerFacts, comparedLabel } from '../answer-label'
import { AnswerPlayback } from '../answer-playback'
import { ColleaguesLine } from '../colleagues-line'
import { LeftOut } from '../left-out'
import { FILLS } from '../rating-scale'
import type { ShownRating } from '../shown-ratings'
import { isLongToRead, saidTo } from './said-to'

type Props = {
  answer: ComparedAnswer
  given: ShownRating
  withAgent: boolean
  isLoaded: boolean
  /** All of it is read, or only how it begins. */
  isWhole: boolean
  open: ReactNode
  onOpen: () => void
}

/** One candidate's answer in the row of its question. */
export const SideCell = guarded('This answer', function SideCell(props: Props) {
  const { answer, given, isWhole, onOpen, ...playback } = props
  return (
    <AnswerPlayback {...playback} answer={answer} closed={<ClosedCell {...{ answer, given, isWhole, onOpen }} />} />
  )
})

type ClosedProps = Pick<Props, 'answer' | 'given' | 'isWhole' | 'onOpen'>

function ClosedCell({ answer, given, isWhole, onOpen }: ClosedProps) {
  const facts = answerFacts(answer)
  const said = saidTo(answer)
  const label = comparedLabel(answer.candidate)
  if (!isRatable(answer.state)) {
    return <p className="px-4 py-3 text-muted first-letter:uppercase">{facts}</p>
  }
  const Picture = answer.recording === null ? BookOpen : Play
  return (
    <div className="px-4 py-3">
      <div className="flex items-center gap-2">
        <Button
          look="quiet"
          size="small"
          className="-ml-2 min-w-0 numeric"
          aria-label={`${answer.recording === null ? 'Read' : 'Play'} the answer of ${label}: ${facts}`}
          onClick={onOpen}
        >
          <Picture size={13} className="shrink-0 print:hidden" />
          <span className="truncate">{facts}</span>
        </Button>
        {given.isUnsent && <span aria-hidden="true" className="ml-auto size-2 shrink-0 rounded-full bg-warn" />}
        {given.rating !== null && (
          <span
            className={`flex size-7 shrink-0 items-center justify-center rounded-md font-semibold numeric ${given.isUnsent ? '' : 'ml-auto'} ${FILLS[given.rating]}`}
          >
            <span className="sr-only">rated </span>
            {given.rating}
            {given.isUnsent && <span className="sr-only">, not sent yet</span>}
          </span>
        )}
      </div>
      {answer.askedAs !== null && (
        <p className="mt-1 text-xs text-muted">
          Asked as: “<bdi>{answer.askedAs}</bdi>”
        </p>
      )}
      {isLeftOut(answer) && <LeftOut answer={answer} />}
      <div
        className={`mt-1 space-y-1.5 wrap-anywhere ${isWhole || !isLongToRead(said) ? '' : 'max-h-45 overflow-hidden [mask-image:linear-gradient(black_70%,transparent)] print:max-h-none print:[mask-image:none]'}`}
      >
        {said.map(({ speaker, text }, index) => (
          <p key={index} dir="auto" className={speaker === 'candidate' ? '' : 'text-xs text-muted'}>
            {text}
          </p>
        ))}
      </div>
      {answer.colleagues.is === 'shown' && <ColleaguesLine colleagues={answer.colleagues} />}
    </div>
  )
}
