import type { Connection } from '@/lib/connection/connection'
import { TimeAgo } from '../time-ago'
import { Fact, Facts } from './facts'

const KEY_WORDS = { accepted: 'Accepted by Ribbon', refused: 'Refused by Ribbon', unknown: 'Not tried yet' }

export function RibbonFacts({ connection, now }: { connection: Connection; now: number }) {
  const { key, lastSuccessAt, lastFailure, calls } = connection
  return (
    <Facts title="Ribbon">
      <Fact name="API key">
        <span className={key === 'refused' ? 'text-bad' : ''}>{KEY_WORDS[key]}</span>
      </Fact>
      <Fact name="Last complete pull">{lastSuccessAt ? <TimeAgo at={lastSuccessAt} now={now} /> : 'None yet'}</Fact>
      <Fact name="Failing">
        {lastFailure ? (
          <span className="text-bad">
            {lastFailure.message} <TimeAgo at={lastFailure.at} now={now} />
          </span>
        ) : (
          'No'
        )}
      </Fact>
      <Fact name="Calls">
        {calls.lastMinute} a minute, {calls.lastHour.toLocaleString('en-US')} in the last hour
      </Fact>
      <Fact name="Failed calls">{calls.failuresLastHour.toLocaleString('en-US')} in the last hour</Fact>
    </Facts>
  )
}
