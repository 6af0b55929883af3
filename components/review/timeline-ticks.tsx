import { useReview } from './review-context'

/** Over the timeline: where each question begins. */
export function TimelineTicks({ duration }: { duration: number }) {
  const { answers } = useReview()
  if (!duration) return null
  return answers.map(({ text, spans }) =>
    spans[0] ? (
      <span
        key={text}
        title={text}
        className="absolute top-0.5 h-3 w-2 -translate-x-1/2 after:absolute after:inset-x-[3px] after:top-0.5 after:bottom-0.5 after:rounded-full after:bg-faint"
        style={{ left: `${(spans[0].start / duration) * 100}%` }}
      />
    ) : null,
  )
}
