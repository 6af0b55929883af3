import { memberLabel, memberTitle } from '@/lib/members/member'
import type { QueueItem } from '@/lib/queue/queue'
import { candidateLabel, flowLabel } from '../candidates/identity/candidate-label'
import { QUEUE_SEARCH } from '../candidates/place/walk-home'
import { startOf } from '../candidates/place/walk-state'
import { formatDuration } from '../duration'
import { PageLink } from '../ui/page-link'
import { DueDay } from './due-day'
import type { GoOn } from './go-on'
import { GoOnMark } from './go-on-mark'
import { ProgressDot } from './progress-dot'
import { useOpensNow } from './use-opens-now'

/** What the head above says of all its rows: their day only where all have the same. */
export type SaidAbove = 'nothing' | 'flow' | 'flow and day'

type Props = { item: QueueItem; above: SaidAbove; goOn: GoOn | null; now: number }

/** Leads to the interview in the queue, and says what the head above does not; `goOn` is for the one at which the queue goes on. */
export function QueueRow({ item, above, goOn, now }: Props) {
  const { interviewId, candidate, talk, share, progress, dueOn, asks, hasRecording } = item
  const isDaySaid = above === 'flow and day' && asks.length === 0
  const href = startOf(interviewId, QUEUE_SEARCH, null)
  const opensNow = useOpensNow(href)
  return (
    <li>
      <PageLink
        href={href}
        data-row
        data-waits={opensNow ? undefined : ''}
        className="group -mx-2 flex min-h-10 flex-wrap items-center gap-x-3 rounded-md px-2 hover:bg-hover max-lg:min-h-12 max-lg:py-1.5 data-waits:[&_*]:text-faint"
      >
        <ProgressDot share={share} progress={progress} />
        <bdi className="w-50 min-w-0 truncate text-left font-medium max-lg:w-auto max-lg:flex-1">
          {candidateLabel(candidate)}
        </bdi>
        <span className="w-24 text-muted numeric max-lg:w-auto">
          {formatDuration(talk)}
          <span className="sr-only"> of speech</span>
        </span>
        <span className="min-w-0 flex-1 truncate text-xs text-muted *:not-first:before:mx-1 *:not-first:before:content-['·'] max-lg:order-last max-lg:basis-full max-lg:pl-6 max-lg:empty:hidden">
          {!opensNow && <span>opens when you are back</span>}
          {dueOn !== null && <DueDay dueOn={dueOn} drawnAt={now} isOnlyOverdue={isDaySaid} />}
          {above === 'nothing' && <bdi>{flowLabel(item.flow)}</bdi>}
          {!hasRecording && <span>No recording: read it</span>}
          {asks.map(({ by, message }) => (
            <span key={by.id} title={message ?? undefined}>
              asked by <bdi title={memberTitle(by)}>{memberLabel(by)}</bdi>
              {message && (
                <>
                  : “<bdi>{message}</bdi>”
                </>
              )}
            </span>
          ))}
        </span>
        <GoOnMark goOn={goOn} />
      </PageLink>
    </li>
  )
}
