import { useState } from 'react'
import type { LogPage } from '@/lib/audit/log/logged-event'
import { copyText } from '../copy-text'
import { ListFailure } from '../candidates/list-failure'
import { fetchAnswer, RequestFailed } from '../fetch-json'
import { Button } from '../ui/button'
import type { PlaceNames } from '../team/member-words'
import { eventRuns } from './event-runs'
import { LogRow } from './log-row'
import { LogRun } from './log-run'
import { useLog } from './use-log'
import type { Narrow } from './use-log-filter'

type Props = { initial: LogPage; search: string; names: PlaceNames; narrow: Narrow; isComing: boolean }

export function LogList({ initial, search, names, narrow, isComing }: Props) {
  const { log, isLoading, failure, loadMore } = useLog(initial, search)
  const { said, copy } = useProof()
  const runs = eventRuns(log.items, names)
  return (
    <div
      aria-busy={isComing}
      className={`min-h-0 flex-1 transition-opacity delay-200 lg:overflow-y-auto ${isComing ? 'opacity-50' : ''}`}
    >
      <p role="status" className={said === null ? 'sr-only' : 'px-4 py-1.5 text-xs text-muted lg:px-6'}>
        {said}
      </p>
      {log.items.length === 0 ? (
        <Nothing isNarrowed={search !== ''} />
      ) : (
        <ul aria-label="Events, the newest first">
          {runs.map((events) => {
            const [event] = events
            const row = { names, narrow, onCopyProof: (seq: number) => void copy(seq) }
            if (events.length === 1) return <LogRow key={event.seq} event={event} {...row} />
            const mayGoOn = events === runs.at(-1) && log.nextCursor !== null
            return <LogRun key={event.seq} {...{ events, mayGoOn, ...row }} />
          })}
        </ul>
      )}
      {failure && <ListFailure reason={failure} onRetry={() => void loadMore()} />}
      {log.nextCursor !== null && (
        <div className="flex h-16 items-center justify-center">
          <Button size="small" disabled={isLoading} onClick={() => void loadMore()}>
            {isLoading ? 'Loading…' : 'Show older'}
          </Button>
        </div>
      )}
    </div>
  )
}

function Nothing({ isNarrowed }: { isNarrowed: boolean }) {
  return (
    <div className="px-6 py-20 text-center">
      <p className="font-medium">{isNarrowed ? 'No event matches' : 'Nothing has happened yet'}</p>
      <p className="mx-auto mt-1 max-w-sm text-muted">
        {isNarrowed ? 'Take a filter away.' : 'Whatever members change or look at stands here from then on.'}
      </p>
    </div>
  )
}

/** Copies what proves an event to be in the log, and says whether it could. */
function useProof() {
  const [said, setSaid] = useState<string | null>(null)
  const copy = async (seq: number) => {
    try {
      const answer = await fetchAnswer(`/api/audit/${seq}/proof`)
      const isCopied = await copyText(await answer.text())
      setSaid(isCopied ? `The proof of event ${seq} is copied.` : 'The browser does not let it be copied.')
    } catch (reason) {
      if (!(reason instanceof RequestFailed)) throw reason
      setSaid(reason.message)
    }
  }
  return { said, copy }
}
