import { BookOpen, Pause, Play } from '../../ui/icons'
import { useId } from 'react'
import type { Answer } from '@/lib/transcript/answers'
import { howMany } from '../../how-many'
import { guarded } from '../../guarded'
import { formatDuration } from '../../duration'
import { Button } from '../../ui/button'
import { PrintedTalk } from '../print/printed-talk'
import { AnswerWords } from './answer-words'
import { NextQuestion } from './next-question'
import { useAnswerPlayback } from './use-answer-playback'

type Props = {
  answer: Answer
  /** From 1. */
  number: number
  /** Whether any of the talk is known to belong to a question. */
  isMapped: boolean
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  /** Where the transcript stands beside it the words are there. */
  isWide: boolean
  printing: boolean
  /** Null after the last one that was answered. */
  next: { answer: Answer; onOpen: () => void } | null
}

/** A question that plays its answer wherever it is pressed; on a narrow screen the words open beneath. */
export const QuestionRow = guarded('This question', function QuestionRow(props: Props) {
  const { answer, number, isMapped, isOpen, onOpenChange, isWide, printing, next } = props
  const { canPlay, isPlaying, isAsked, isFinished, toggle } = useAnswerPlayback(answer)
  const id = useId()
  const showsWords = isOpen && !isWide
  const canRead = answer.segments.length > 0
  const press = () => {
    onOpenChange(canPlay || !isOpen)
    if (canPlay) toggle()
  }
  const does = canPlay ? (isPlaying ? 'Pause' : 'Play') : 'Read'
  const Picture = { Pause, Play, Read: BookOpen }[does]
  return (
    <>
      <div className="relative grid grid-cols-[1.25rem_minmax(0,1fr)_auto] items-start gap-x-1 rounded-md px-2 py-2.5 has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-accent has-[button]:hover:bg-hover pointer-coarse:min-h-14 pointer-coarse:items-center">
        <span className="self-start text-faint numeric">{number}</span>
        <div className="min-w-0">
          <p id={id} dir="auto" className={answer.asked || !isMapped ? '' : 'text-muted'}>
            {answer.text}
          </p>
          <p className="mt-0.5 text-xs text-muted">{evidenceOf(answer, isMapped)}</p>
          {printing && <PrintedTalk segments={answer.segments} />}
        </div>
        {(canPlay || canRead) && (
          <Button
            look="quiet"
            size="small"
            // All of the row is the button.
            className={`w-[4.25rem] justify-end px-1 after:absolute after:inset-0 hover:bg-transparent focus-visible:outline-none print:hidden ${canPlay ? '' : 'lg:hidden'}`}
            aria-label={`${does} answer ${number}`}
            aria-describedby={id}
            aria-expanded={canRead && !isWide ? showsWords : undefined}
            aria-controls={showsWords ? `${id}-words` : undefined}
            onClick={press}
          >
            <Picture size={13} />
            {does}
          </Button>
        )}
      </div>
      {showsWords && <AnswerWords id={`${id}-words`} segments={answer.segments} />}
      {/* From the press on, so that nothing moves once the answer is over. */}
      {next && (isAsked || (showsWords && !canPlay)) && (
        <NextQuestion answer={next.answer} isDue={isFinished} onChoose={next.onOpen} />
      )}
    </>
  )
})

function evidenceOf({ asked, seconds, followUps }: Answer, isMapped: boolean): string {
  if (!asked) return isMapped ? 'Not asked' : '–'
  const followed = followUps === 0 ? '' : `, ${howMany(followUps, 'follow-up')}`
  return seconds === null ? `Answered at an unknown time${followed}` : `${formatDuration(seconds)} of answer${followed}`
}
