import type { QueueFlow } from '@/lib/queue/queue'
import { flowLabel } from '../candidates/identity/candidate-label'
import { AssignButton } from './assign-button'
import { DueDay } from './due-day'

type Props = { flow: QueueFlow; asked: number; mayAssign: boolean; now: number }

/** A flow, how far this member is with it, and by when it is wanted. */
export function FlowHead({ flow, asked, mayAssign, now }: Props) {
  const { id, title, done, total, dueOn } = flow
  return (
    <div className="flex min-h-8 flex-wrap items-center gap-x-3 border-b border-line">
      <h2 className="min-w-0 truncate font-medium">
        <bdi>{flowLabel({ id, title })}</bdi>
      </h2>
      <span className="flex items-center gap-2 text-xs text-muted numeric">
        <span
          aria-hidden="true"
          className="h-1.5 w-24 overflow-hidden rounded-full bg-line max-sm:w-12 forced-colors:outline forced-colors:outline-[CanvasText]"
        >
          <span
            className="block h-full bg-accent forced-color-adjust-none forced-colors:bg-[Highlight]"
            style={{ width: `${(done / Math.max(1, total)) * 100}%` }}
          />
        </span>
        {done} of {total}
      </span>
      <span className="ml-auto flex items-center gap-1.5 text-xs text-muted">
        {dueOn !== null && <DueDay dueOn={dueOn} drawnAt={now} />}
        {dueOn !== null && asked > 0 && <span aria-hidden="true">·</span>}
        {asked > 0 && <span className="numeric">{asked} asked of you</span>}
        {mayAssign && id !== null && <AssignButton flow={{ id, title }} className="-my-1 -mr-2 text-xs" />}
      </span>
    </div>
  )
}
