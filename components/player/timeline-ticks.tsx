import type { Answer } from '@/lib/transcript/answers'
import { attempted, nothing } from '../guarded'

type Props = { duration: number; questions: Answer[] }

/** Over the timeline: where each question begins. */
export const TimelineTicks = attempted(function TimelineTicks({ duration, questions }: Props) {
  if (!duration) return null
  return questions.map(({ text, spans }, index) =>
    spans[0] ? (
      <span
        key={index}
        title={text}
        className="absolute top-0.5 h-3 w-2 -translate-x-1/2 after:absolute after:inset-x-[3px] after:top-0.5 after:bottom-0.5 after:rounded-full after:bg-faint forced-colors:after:bg-[CanvasText]"
        style={{ left: `${(spans[0].start / duration) * 100}%` }}
      />
    ) : null,
  )
}, nothing)
