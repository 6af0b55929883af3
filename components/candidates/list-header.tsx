import { boundedCount } from '../bounded-count'
import { TroubleLine } from '../trouble/trouble-line'
import { Arrivals } from './arrivals'
import type { LoadedList } from './table/loaded-list'
import { SearchBox } from './filters/search-box'

type Props = { list: LoadedList; query: string; onSearch: (query: string) => void; onShowNew: () => void }

export function ListHeader({ list, query, onSearch, onShowNew }: Props) {
  return (
    <>
      <header className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 pt-4 pb-2 lg:px-6">
        <h1 className="text-xl font-semibold tracking-tight">
          Candidates{' '}
          <span className="ml-1 text-sm font-normal text-muted numeric" role="status">
            {boundedCount(list.total)}
            <span className="sr-only"> interviews</span>
          </span>
        </h1>
        <Arrivals count={list.arrived.length} missed={list.missed} onShow={onShowNew} />
        <div className="w-full lg:ml-auto lg:w-auto">
          <SearchBox query={query} onSearch={onSearch} />
        </div>
      </header>
      <TroubleLine />
    </>
  )
}
