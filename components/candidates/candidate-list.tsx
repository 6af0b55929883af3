'use client'

import { useMemo, useRef } from 'react'
import { filterToSearch, withoutNarrowing } from '@/lib/interviews/list/filter'
import type { Flow } from '@/lib/flows/flow'
import type { InterviewPage } from '@/lib/interviews/list/list'
import type { SortKey } from '@/lib/interviews/list/sort'
import type { Freshness } from '@/lib/mirror/freshness'
import type { Team } from '@/lib/teams/team'
import { useNow } from '../now'
import { useCommands } from '../palette/offered-commands'
import { CandidateTable } from './table/candidate-table'
import { EmptyList } from './empty-list'
import { Filters } from './filters/filters'
import { listCommands } from './list-commands'
import { ListEnd } from './list-end'
import { ListFailure } from './list-failure'
import { ListHeader } from './list-header'
import { countRows } from './table/loaded-list'
import { useColumns } from './table/use-columns'
import { useFilter } from './filters/use-filter'
import { useInterviews } from './use-interviews'
import { useKeptPlace } from './place/use-kept-place'
import { focusSearch, useListKeys } from './use-list-keys'
import { useRowTitles } from './table/use-row-titles'
import { useSoftLinks } from './use-soft-links'
import { useVisitedRow } from './place/use-visited-row'

type Props = {
  initial: { search: string; page: InterviewPage }
  columns: SortKey[]
  flows: Flow[]
  teams: Team[]
  freshness: Freshness
  now: number
}

export function CandidateList({ initial, columns: initialColumns, flows, teams, freshness, now: renderedAt }: Props) {
  const [filter, change] = useFilter()
  const [columns, chooseColumns] = useColumns(initialColumns)
  const search = filterToSearch(filter).toString()
  const { list, error, isLoading, isLoadingMore, loadMore, reload } = useInterviews({ search, initial })
  const rows = countRows(list)
  const scroller = useRef<HTMLDivElement>(null)
  const { missing, toStart } = useKeptPlace({
    scroller,
    search,
    isRead: list.search === search,
    rows,
    total: list.total,
    loadMore,
  })
  const area = useRef<HTMLDivElement>(null)
  useListKeys(area)
  useSoftLinks(area)
  useRowTitles(area)
  useVisitedRow(area, search, list.search === search && missing === 0)
  const commands = useMemo(() => listCommands({ filter, change, focusSearch }), [filter, change])
  useCommands('list', commands)
  const now = useNow(renderedAt)

  const clear = () => change(withoutNarrowing(filter))
  const readAnew = () => {
    toStart()
    reload()
  }
  return (
    <div ref={area} className="flex min-h-0 flex-col lg:h-full">
      <ListHeader list={list} query={filter.q} onSearch={(q) => change({ q }, 'replace')} onShowNew={readAnew} />
      <Filters
        filter={filter}
        flows={flows}
        teams={teams}
        columns={columns}
        onChange={change}
        onClear={clear}
        onChooseColumns={chooseColumns}
      />
      {error && <ListFailure reason={error.message} onRetry={rows > 0 ? () => loadMore() : reload} />}
      <div
        ref={scroller}
        aria-busy={isLoading}
        className={`min-h-0 flex-1 transition-opacity delay-200 lg:overflow-auto ${isLoading ? 'opacity-50' : ''}`}
      >
        {rows > 0 && (
          <CandidateTable
            list={list}
            columns={columns}
            sort={filter.sort}
            search={search}
            now={now}
            onSort={(sort) => change({ sort })}
          />
        )}
        {rows === 0 && !error && !isLoading && (
          <EmptyList filter={filter} freshness={freshness} onClear={clear} onSearch={(q) => change({ q })} />
        )}
        {missing > 0 && (
          <div className="[--row:57px] lg:[--row:40px]" style={{ height: `calc(${missing} * var(--row))` }} />
        )}
        {list.nextCursor !== null && (
          <ListEnd
            scroller={scroller}
            rows={rows}
            total={list.total}
            isLoading={isLoadingMore}
            hasFailed={error !== undefined}
            onMore={() => loadMore()}
          />
        )}
      </div>
    </div>
  )
}
