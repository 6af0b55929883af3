import type { Connection, ListProgress } from '@/lib/connection/connection'
import { howMany } from '../how-many'
import { Fact, Facts } from './facts'
import { SecondsAgo } from './seconds-ago'

const ORDER_WORDS = { newest_first: 'newest first', oldest_first: 'oldest first', mixed: 'in no order' }

export function ArchiveFacts({ connection, now }: { connection: Connection; now: number }) {
  const { counts, lists } = connection
  return (
    <Facts title="Archive">
      <Fact name="Interviews">
        {counts.ready.toLocaleString('en-US')} ready, {counts.processing.toLocaleString('en-US')} processing,{' '}
        {counts.not_taken.toLocaleString('en-US')} not taken
      </Fact>
      <Fact name="No longer at Ribbon">{counts.gone.toLocaleString('en-US')}</Fact>
      <Fact name="Flows and teams">
        {howMany(counts.flows, 'flow')}, {howMany(counts.teams, 'team')}
      </Fact>
      {lists.map((list) => (
        <Fact key={list.status} name={list.status === 'completed' ? 'Completed list' : 'Incomplete list'}>
          <ListFact list={list} now={now} />
        </Fact>
      ))}
    </Facts>
  )
}

function ListFact({ list: { seen, passedAt, order }, now }: { list: ListProgress; now: number }) {
  if (passedAt === null) return <>{seen.toLocaleString('en-US')} read so far</>
  return (
    <>
      {seen.toLocaleString('en-US')}
      {order && `, ${ORDER_WORDS[order]}`}, read through <SecondsAgo at={passedAt} now={now} />
    </>
  )
}
