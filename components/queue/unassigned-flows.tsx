import type { ReviewNews } from '@/lib/queue/queue'
import { flowLabel } from '../candidates/identity/candidate-label'
import { AssignButton } from './assign-button'

type Props = { flows: ReviewNews['unassigned']; isFirst: boolean }

/** Flows of which nobody has assigned anything, for who may. */
export function UnassignedFlows({ flows, isFirst }: Props) {
  if (flows.length === 0) return null
  return (
    <section aria-labelledby="unassigned">
      <h2 id="unassigned" className="text-2xs font-medium text-muted">
        {isFirst ? 'Nobody has assigned anything here yet' : 'Not assigned yet'}
      </h2>
      <ul>
        {flows.map(({ id, title, interviews }) => (
          <li key={id} className="flex min-h-10 items-center gap-3 border-b border-line last:border-0">
            <bdi className="min-w-0 truncate">{flowLabel({ id, title })}</bdi>
            <span className="text-muted numeric">{interviews}</span>
            <AssignButton flow={{ id, title }} className="-mr-2 ml-auto text-xs" />
          </li>
        ))}
      </ul>
    </section>
  )
}
