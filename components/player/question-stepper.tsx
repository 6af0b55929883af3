import { ChevronLeft, ChevronRight } from '../ui/icons'
import type { Answer } from '@/lib/transcript/answers'
import { howMany } from '../how-many'
import { IconButton } from '../ui/icon-button'
import { usePlayback, usePlaybackTime } from './playback-context'
import { nextStart, previousStart, questionAt } from './question-steps'

/** Which question is being answered, and the way to the next one. */
export function QuestionStepper({ questions }: { questions: Answer[] }) {
  const playback = usePlayback()
  const current = usePlaybackTime((time) => questionAt(questions, time))
  if (!questions.some(({ asked }) => asked)) return null

  const go = (start: number | undefined) => {
    if (start !== undefined) playback.seek(start)
  }
  return (
    <div className="flex items-center text-muted max-lg:hidden @max-[38rem]:hidden">
      <IconButton label="Previous question" onClick={() => go(previousStart(questions, playback.time))}>
        <ChevronLeft size={14} />
      </IconButton>
      <span title={questions[current]?.text} className="min-w-24 text-center whitespace-nowrap numeric">
        {current < 0 ? howMany(questions.length, 'question') : `Question ${current + 1} of ${questions.length}`}
      </span>
      <IconButton label="Next question" onClick={() => go(nextStart(questions, playback.time))}>
        <ChevronRight size={14} />
      </IconButton>
    </div>
  )
}
