import type { Answer } from '@/lib/transcript/answers'
import { formatDuration } from '../duration'
import { questionAt } from './question-steps'

/** Who speaks at a time, and the words around it. */
export type SaidThen = { speaker: string; words: string }

type Props = { time: number; duration: number; said: SaidThen | null; questions: Answer[] }

/** What is said at the place of the timeline that the pointer is over. */
export function TimelinePreview({ time, duration, said, questions }: Props) {
  const question = questions[questionAt(questions, time)]
  const share = duration ? time / duration : 0
  return (
    <div
      aria-hidden="true"
      className="pointer-events-none absolute bottom-full z-30 mb-1 w-72 rounded-md bg-raised px-3 py-2 text-xs shadow-float"
      style={{ left: `${share * 100}%`, transform: `translateX(-${share * 100}%)` }}
    >
      <p className="flex gap-2 text-muted">
        <span className="font-medium text-ink numeric">{formatDuration(time)}</span>
        {said?.speaker}
      </p>
      {said && (
        <p dir="auto" className="truncate">
          {said.words}
        </p>
      )}
      {question && (
        <p dir="auto" className="truncate text-faint">
          {question.text}
        </p>
      )}
    </div>
  )
}
