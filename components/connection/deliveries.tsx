import type { Delivery } from '@/lib/connection/connection'
import { candidatePath } from '../candidates/candidate-path'
import { TimeAgo } from '../time-ago'
import { PageLink } from '../ui/page-link'

const OUTCOME_WORDS = { fetched: 'Fetched', recorded: 'Recorded', ignored: 'Nothing to do', given_up: 'Given up' }

/** The latest announcements, newest first. */
export function Deliveries({ deliveries, now }: { deliveries: Delivery[]; now: number }) {
  if (deliveries.length === 0) return <p className="pt-3 text-sm text-muted">Ribbon has announced nothing yet.</p>
  return (
    <table className="mt-4 w-full table-fixed text-sm">
      <caption className="pb-1 text-left text-2xs font-medium text-muted">Latest announcements</caption>
      <thead className="border-y border-line text-left text-2xs text-muted">
        <tr>
          <th scope="col" className="w-20 py-2 font-medium">
            When
          </th>
          <th scope="col" className="py-2 font-medium">
            Event
          </th>
          <th scope="col" className="py-2 font-medium">
            Outcome
          </th>
        </tr>
      </thead>
      <tbody>
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
      </tbody>
    </table>
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
