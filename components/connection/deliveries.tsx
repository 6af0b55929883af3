import type { Delivery } from '@/lib/connection/connection'
import { candidatePath } from '../candidates/identity/candidate-path'
import { TimeAgo } from '../time-ago'
import { PageLink } from '../ui/page-link'
import { TitledTable } from './titled-table'

const OUTCOME_WORDS = { fetched: 'Fetched', recorded: 'Recorded', ignored: 'Nothing to do', given_up: 'Given up' }

const COLUMNS = [{ name: 'When', width: 'w-20' }, { name: 'Event' }, { name: 'Outcome' }]

/** The latest announcements, newest first. */
export function Deliveries({ deliveries, now }: { deliveries: Delivery[]; now: number }) {
  if (deliveries.length === 0) return <p className="pt-3 text-sm text-muted">Ribbon has announced nothing yet.</p>
  return (
    <TitledTable title="Latest announcements" columns={COLUMNS}>
      {deliveries.map((delivery) => (
        <tr key={delivery.id} className="border-b border-line align-top">
          <td className="py-2 text-muted numeric">
            <TimeAgo at={delivery.receivedAt} now={now} />
          </td>
          <td className="truncate py-2 pr-3">
            <Event delivery={delivery} />
          </td>
          <td className="py-2">
            <Outcome delivery={delivery} />
          </td>
        </tr>
      ))}
    </TitledTable>
  )
}

function Event({ delivery: { event, interviewId } }: { delivery: Delivery }) {
  const name = event ?? 'Unreadable'
  if (interviewId === null) return <>{name}</>
  return (
    <PageLink href={candidatePath(interviewId, '')} className="underline decoration-line underline-offset-2">
      {name}
    </PageLink>
  )
}

function Outcome({ delivery: { outcome, tries, failure } }: { delivery: Delivery }) {
  if (outcome === null) return <span className="text-muted">{failure ? `Tried ${tries}×: ${failure}` : 'Waiting'}</span>
  return (
    <span className={outcome === 'given_up' ? 'text-bad' : ''}>
      {[OUTCOME_WORDS[outcome], failure].filter(Boolean).join(': ')}
    </span>
  )
}
