import { Square, SquareCheck } from '../ui/icons'

/** Beside what is to be done: said, not pressed. */
export function TaskMark({ task }: { task: 'done' | 'open' }) {
  const Icon = task === 'done' ? SquareCheck : Square
  return (
    <span
      role="img"
      aria-label={task === 'done' ? 'Done' : 'Not done'}
      className={`absolute -start-[1.4em] top-[0.3em] ${task === 'done' ? 'text-accent' : 'text-faint'}`}
    >
      <Icon size="1em" />
    </span>
  )
}
