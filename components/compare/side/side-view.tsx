'use client'

import { useState } from 'react'
import useSWR from 'swr'
import type { ComparedFlow } from '@/lib/compare/compared'
import { MOST_FINALISTS } from '@/lib/compare/link'
import type { SideBySide } from '@/lib/compare/side-by-side'
import { ListFailure } from '../../candidates/list-failure'
import { fetchJson } from '../../fetch-json'
import { swrKeys } from '../../swr-keys'
import { PrintButton } from '../../ui/print-button'
import { HeardChoice } from '../listening-choice'
import { NamesLine } from '../names-line'
import { UndoLine } from '../undo-line'
import { useNamesThatCome } from '../use-compared'
import { FinalistChoice } from './finalist-choice'
import { SideTable } from './side-table'
import { sideWords } from './side-words'

type Props = {
  flow: ComparedFlow
  /** How many answers there are to rate, to all questions. */
  ratable: number
  /** Which interviews the link names. */
  ids: string[]
  mayHide: boolean
  onChoose: (ids: string[]) => void
  onChanged: () => void
}

/** A few candidates in columns, what they answered in rows: one sounds at a time. */
export function SideView({ flow, ratable, ids, mayHide, onChoose, onChanged }: Props) {
  const asked = ids.slice(0, MOST_FINALISTS)
  const { data, error, isLoading, mutate } = useSWR<SideBySide, Error>(
    asked.length > 0 ? swrKeys.sideBySide(flow.id, asked) : null,
    fetchJson,
    { revalidateOnFocus: false, revalidateOnReconnect: false, keepPreviousData: true },
  )
  useNamesThatCome(flow.names, data?.flow.names, mutate)
  const [withAgent, setWithAgent] = useState(false)
  const shown = asked.length > 0 ? data : undefined
  const finalists = shown?.finalists ?? []
  // Where names are hidden the page calls them otherwise than the link may.
  const chosen = shown && !isLoading ? finalists.map(({ interview }) => interview) : asked
  const names = shown?.flow.names ?? flow.names
  const words = sideWords({
    chosen: ids.length,
    ...(shown && !isLoading
      ? { shown: finalists.length, withoutTranscript: shown.withoutTranscript }
      : { shown: null, withoutTranscript: 0 }),
  })
  const listen = () => setWithAgent(!withAgent)
  return (
    <section
      aria-label="Side by side"
      className="@container min-h-0 flex-1 snap-x overflow-auto [page:side-by-side] print:overflow-visible"
    >
      <div className="sticky left-0 flex w-[100cqw] flex-wrap items-center gap-x-4 gap-y-1 border-b border-line px-4 py-2 lg:px-6 print:hidden">
        <FinalistChoice flowId={flow.id} names={flow.names} chosen={chosen} onChoose={onChoose} />
        {finalists.length > 0 && <HeardChoice withAgent={withAgent} onListen={listen} />}
        <NamesLine
          flowId={flow.id}
          names={names}
          ratable={ratable}
          mayHide={mayHide}
          onChanged={() => {
            void mutate()
            onChanged()
          }}
        />
        {names.areHidden && chosen.length > 0 && (
          <p className="text-xs text-muted">A link to whom you chose by letter opens for you alone.</p>
        )}
        {finalists.length > 0 && (
          <div className="ml-auto">
            <PrintButton />
          </div>
        )}
      </div>
      {error && <ListFailure reason={error.message} onRetry={() => void mutate()} />}
      <div role="status" className="sticky left-0 w-[100cqw] px-4 lg:px-6 print:hidden">
        {words.map((sentence) => (
          <p key={sentence} className="py-1 text-muted first:pt-3 last:pb-3">
            {sentence}
          </p>
        ))}
        {!shown && !error && asked.length > 0 && (
          <p className="appear-late py-3 text-muted">The candidates are being loaded.</p>
        )}
      </div>
      {shown && finalists.length > 0 && (
        <SideTable
          told={shown}
          withAgent={withAgent}
          onListen={listen}
          onRemove={(interview) => onChoose(chosen.filter((id) => id !== interview))}
        />
      )}
      <UndoLine />
    </section>
  )
}
