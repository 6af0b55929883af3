'use client'

import { useEffect, useMemo, useRef, useState } from 'react'
import { isAllowed, type Role } from '@/lib/auth/permissions'
import { filterToSearch, withoutNarrowing } from '@/lib/interviews/list/filter'
import type { NamedFlow } from '@/lib/flows/flow'
import type { SortKey } from '@/lib/interviews/list/sort'
import type { Freshness } from '@/lib/mirror/freshness'
import type { Team } from '@/lib/teams/team'
import { useNow } from '../now'
import { unpack, type Packed } from '../packed'
import { ExportButton } from '../exports/export-button'
import { useCommands } from '../palette/offered-commands'
import { BlindnessButton } from './blindness-button'
import { loadEarly } from '../ui/load-early'
import { CandidateTable } from './table/candidate-table'
import { columnsUnder } from './table/columns'
import { EmptyList } from './empty-list'
import { Filters } from './filters/filters'
import { listCommands } from './list-commands'
import { ListActions } from './list-actions'
import { ListEnd } from './list-end'
import { ListFailure } from './list-failure'
import { ListHeader } from './list-header'
import { SearchGrowth } from './search-growth'
import { RowStatusMenu } from './selection/row-status-menu'
import { PickedContext } from './selection/picked-context'
import { loadBar, PickedRows } from './selection/picked-rows'
import { usePicking } from './selection/use-picking'
import { useSelectionKeys } from './selection/use-selection-keys'
import { useShortlisting } from './selection/use-shortlisting'
import { countRows } from './table/loaded-list'
import { firstPageOf, type SentList } from './table/sent-list'
import { useColumns } from './table/use-columns'
import { useFilter } from './filters/use-filter'
import { useInterviews } from './use-interviews'
import { useKeptPlace } from './place/use-kept-place'
import { focusSearch, useListKeys } from './use-list-keys'
import { useRowTitles } from './table/use-row-titles'
import { useSoftLinks } from './use-soft-links'

type Props = {
  sent: SentList
  columns: SortKey[]
  flows: Packed<Pick<NamedFlow, 'id' | 'title' | 'isWhole'>>
  teams: Team[]
  freshness: Freshness
  now: number
  role: Role
  isGivenNothing: boolean
}

export function CandidateList({
  sent,
  columns: initialColumns,
  flows: packedFlows,
  teams,
  freshness,
  now: renderedAt,
  role,
  isGivenNothing,
}: Props) {
  const [filter, change] = useFilter()
  const [columns, chooseColumns] = useColumns(initialColumns)
  const search = filterToSearch(filter).toString()
  const flows = useMemo(() => unpack(packedFlows), [packedFlows])
  const shownColumns = useMemo(() => columnsUnder(filter, columns), [filter, columns])
  const scroller = useRef<HTMLDivElement>(null)
  const { list, error, isLoading, isLoadingMore, isSettled, loadMore, retry, reload, tellOfMore } = useInterviews({
    search,
    initial: firstPageOf(sent),
    scroller,
  })
  const isRead = list.search === search
  const rows = countRows(list)
  const { missing, toStart } = useKeptPlace({
    scroller,
    search,
    isRead,
    rows,
    total: list.total,
    isWhole: list.nextCursor === null,
    loadMore,
  })
  const area = useRef<HTMLDivElement>(null)
  const picking = usePicking({ list, search, isReading: isLoadingMore, hasFailed: error !== undefined, loadMore })
  const { selection } = picking
  useSelectionKeys({ list: area, ...picking, shortlist: useShortlisting(list) })
  useListKeys(area)
  useSoftLinks(area)
  useRowTitles(area)
  useEffect(() => loadEarly(loadBar), [])
  const mayExport = isAllowed(role, 'export.create')
  const [isExporting, setExporting] = useState(false)
  const [isFiltering, setFiltering] = useState(false)
  const commands = useMemo(
    () => listCommands({ filter, change, focusSearch, openExport: mayExport ? () => setExporting(true) : null }),
    [filter, change, mayExport],
  )
  useCommands('list', commands)
  const now = useNow(renderedAt)

  const oneFlow = filter.flow.length === 1 ? filter.flow[0] : undefined
  const isPart = flows.some(({ id, isWhole }) => id === oneFlow && !isWhole)
  const clear = () => change(withoutNarrowing(filter))
  const readAnew = () => {
    toStart()
    reload()
  }
  return (
    <PickedContext value={selection}>
      <div ref={area} data-selecting={picking.isSelecting ? '' : undefined} className="flex min-h-0 flex-col lg:h-full">
        <ListHeader
          list={list}
          onShowNew={readAnew}
          searching={{
            query: filter.q,
            isAnswered: isRead || error !== undefined,
            onSearch: (q) => change({ q }, 'replace'),
          }}
          filtering={{ is: isFiltering, toggle: () => setFiltering(!isFiltering) }}
        >
          <ListActions
            sort={filter.sort}
            onSort={(sort) => change({ sort })}
            columns={{ shown: columns, choose: chooseColumns }}
            selecting={selection && { is: picking.isSelecting, toggle: picking.toggleSelecting }}
          >
            {oneFlow !== undefined && !isPart && isAllowed(role, 'blindness.set') && (
              <BlindnessButton flowId={oneFlow} />
            )}
            {mayExport && (
              <ExportButton search={search} total={list.total} open={isExporting} onOpenChange={setExporting} />
            )}
          </ListActions>
        </ListHeader>
        <Filters filter={filter} flows={flows} teams={teams} isOpen={isFiltering} onChange={change} onClear={clear} />
        {error && <ListFailure reason={error.message} onRetry={retry} />}
        {isRead && filter.q !== '' && <SearchGrowth search={search} isEmpty={rows === 0} onMore={tellOfMore} />}
        <div
          ref={scroller}
          aria-busy={isLoading}
          className={`@container min-h-0 flex-1 transition-opacity delay-200 lg:overflow-auto ${isLoading ? 'opacity-50' : ''}`}
        >
          {rows > 0 && (
            <CandidateTable
              list={list}
              columns={shownColumns}
              sort={filter.sort}
              search={search}
              now={now}
              isInPlace={isRead && missing === 0}
              onSort={(sort) => change({ sort })}
            />
          )}
          {rows === 0 && !error && !isLoading && (
            <EmptyList
              filter={filter}
              freshness={freshness}
              isGivenNothing={isGivenNothing}
              onClear={clear}
              onSearch={(q) => change({ q })}
            />
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
              isSettled={isSettled}
              hasFailed={error !== undefined}
              onMore={() => loadMore()}
            />
          )}
        </div>
        <RowStatusMenu area={area} list={list} />
        {picking.rows.length > 0 && (
          <PickedRows
            rows={picking.rows}
            search={search}
            role={role}
            pickable={picking.pickable}
            onSelectAll={picking.selectAll}
            onClear={picking.clear}
          />
        )}
      </div>
    </PickedContext>
  )
}
