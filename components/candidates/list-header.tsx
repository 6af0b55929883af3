import { boundedCount } from '../bounded-count'
import { TroubleLine } from '../trouble/trouble-line'
import { Arrivals } from './arrivals'
import type { LoadedList } from './table/loaded-list'
import { SearchBox } from './filters/search-box'
import type { Searching } from './filters/use-typed-query'

type Props = { list: LoadedList; onShowNew: () => void; searching: Searching }

export function ListHeader({ list, onShowNew, searching }: Props) {
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
          <SearchBox {...searching} />
        </div>
      </header>
      <TroubleLine />
    </>
  )
}
