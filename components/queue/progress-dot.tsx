import type { QueueItem } from '@/lib/queue/queue'

const AROUND = 2 * Math.PI * 4

/** ○ new; how much of the speech was heard or read as a ring, once begun. */
export function ProgressDot({ share, progress }: Pick<QueueItem, 'share' | 'progress'>) {
  const heard = progress === 'new' || progress === null ? 0 : (share ?? 0.05)
  return (
    <span className="flex shrink-0 items-center">
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" className="-rotate-90">
        <circle cx="6" cy="6" r="4" fill="none" strokeWidth="2" stroke="var(--color-edge)" />
        {heard > 0 && (
          <circle
            cx="6"
            cy="6"
            r="4"
            fill="none"
            strokeWidth="2"
            stroke="var(--color-accent)"
            strokeDasharray={`${heard * AROUND} ${AROUND}`}
          />
        )}
      </svg>
      <span className="sr-only">{heard > 0 ? `${Math.round(heard * 100)} % heard or read` : 'New'}</span>
    </span>
  )
}
