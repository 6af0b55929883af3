import { attempted, nothing } from '../guarded'
import { useNotes } from '../notes/notes-context'
import { isolated } from '@/lib/text/legible'
import { useReview } from '../review/review-context'

type Props = { duration: number }

/** Over the timeline: where each question begins, and where something is noted. */
export const TimelineTicks = attempted(function TimelineTicks({ duration }: Props) {
  const { answers } = useReview()
  const { notes } = useNotes()
  if (!duration) return null
  const left = (time: number) => ({ left: `${(time / duration) * 100}%` })
  return (
    <>
      {answers.map(({ text, spans }, index) =>
        spans[0] ? (
          <span
            key={index}
            title={text}
            className="absolute top-0.5 h-3 w-2 -translate-x-1/2 after:absolute after:inset-x-[3px] after:top-0.5 after:bottom-0.5 after:rounded-full after:bg-faint forced-colors:after:bg-[CanvasText]"
            style={left(spans[0].start)}
          />
        ) : null,
      )}
      {notes.map(({ id, at, body, author, deleted }) =>
        at === null || deleted ? null : (
          <span
            key={id}
            data-note-tick
            title={`${isolated(author.email)}: ${isolated(body)}`}
            className="absolute top-0.5 size-3 -translate-x-1/2 after:absolute after:inset-[2.5px] after:rounded-full after:bg-accent forced-colors:after:bg-[Highlight]"
            style={left(at)}
          />
        ),
      )}
    </>
  )
}, nothing)
