'use client'

import { useRef } from 'react'
import { filterToSearch, isNarrowed, withoutNarrowing } from '@/lib/interviews/filter'
import type { Flow } from '@/lib/flows/flow'
import type { InterviewPage } from '@/lib/interviews/interview'
import type { Freshness } from '@/lib/mirror/freshness'
import type { Team } from '@/lib/teams/team'
import { Button } from '../ui/button'
import { CandidateTable } from './candidate-table'
import { EmptyList } from './empty-list'
import { Filters } from './filters'
import { useNow } from '../now'
import { SearchBox } from './search-box'
import { useFilter } from './use-filter'
import { useInterviews } from './use-interviews'
import { useKeptScroll } from './use-kept-scroll'
import { useListKeys } from './use-list-keys'

type Props = {
  initial: { search: string; page: InterviewPage }
  flows: Flow[]
  teams: Team[]
  freshness: Freshness
  now: number
}

export function CandidateList({ initial, flows, teams, freshness, now: renderedAt }: Props) {
  const [filter, change] = useFilter()
  const { rows, total, hasMore, error, isLoading, isLoadingMore, loadMore, retry } = useInterviews({ filter, initial })
  const list = useRef<HTMLDivElement>(null)
  useListKeys(list)
  const search = filterToSearch(filter).toString()
  const scroller = useKeptScroll(search)
  const now = useNow(renderedAt)

  const clear = () => change(withoutNarrowing(filter))
  return (
    <div ref={list} className="flex min-h-0 flex-col lg:h-full">
      <header className="flex flex-wrap items-center gap-x-6 gap-y-2 px-4 pt-4 pb-2 lg:px-6">
        <h1 className="text-xl font-semibold tracking-tight">
          Candidates{' '}
          <span className="ml-1 text-sm font-normal text-muted numeric" role="status">
            {total}
            <span className="sr-only"> interviews</span>
          </span>
        </h1>
        <div className="w-full lg:ml-auto lg:w-auto">
          <SearchBox query={filter.q} onSearch={(q) => change({ q }, 'replace')} />
        </div>
      </header>
      <Filters filter={filter} flows={flows} teams={teams} onChange={change} onClear={clear} />
      {error && (
        <p role="alert" className="mx-4 mb-2 flex items-center gap-3 rounded-md bg-bad-soft px-3 py-2 text-sm lg:mx-6">
          {error.message}
          <Button size="small" onClick={retry}>
            Try again
          </Button>
        </p>
      )}
      <div
        ref={scroller}
        aria-busy={isLoading}
        className={`min-h-0 flex-1 overflow-y-auto transition-opacity delay-200 ${isLoading ? 'opacity-50' : ''}`}
      >
        {rows.length > 0 && (
          <CandidateTable
            rows={rows}
            sort={filter.sort}
            search={search}
            now={now}
            onSort={(sort) => change({ sort })}
          />
        )}
        {rows.length === 0 && !error && !isLoading && (
          <EmptyList narrowed={isNarrowed(filter)} freshness={freshness} onClear={clear} />
        )}
        {hasMore && (
          <div className="p-4 text-center">
            <Button onClick={loadMore} disabled={isLoadingMore}>
              {isLoadingMore ? 'Loading…' : `Show more of ${total}`}
            </Button>
          </div>
        )}
      </div>
    </div>
  )
}
