import { ChevronDown } from '../ui/icons'
import type { ReactNode } from 'react'
import { boundedCount } from '../bounded-count'
import { TroubleLine } from '../trouble/trouble-line'
import { Button } from '../ui/button'
import { PAGE_HEADER } from '../ui/page-header'
import { Arrivals } from './arrivals'
import type { LoadedList } from './table/loaded-list'
import { SearchBox } from './filters/search-box'
import type { Searching } from './filters/use-typed-query'

type Props = {
  list: LoadedList
  onShowNew: () => void
  searching: Searching
  /** On a narrow screen, whether the filters are shown. */
  filtering: { is: boolean; toggle: () => void }
  /** What can be done with the list. */
  children: ReactNode
}

export function ListHeader({ list, onShowNew, searching, filtering, children }: Props) {
  return (
    <>
      <header className={PAGE_HEADER}>
        <h1 className="text-xl font-semibold tracking-tight">
          Candidates{' '}
          <span className="ml-1 text-sm font-normal text-muted numeric" role="status">
            {boundedCount(list.total)}
            <span className="sr-only"> interviews</span>
          </span>
        </h1>
        <Arrivals count={list.arrived.length} missed={list.missed} onShow={onShowNew} />
        <div className="-mr-2 ml-auto flex items-center gap-1 lg:mr-0">{children}</div>
        <div className="flex w-full items-center gap-1 lg:w-auto">
          <SearchBox {...searching} />
          <Button
            look="quiet"
            size="small"
            className="-mr-2 shrink-0 lg:hidden"
            aria-expanded={filtering.is}
            onClick={filtering.toggle}
          >
            Filters
            <ChevronDown size={13} className={filtering.is ? 'rotate-180' : ''} />
          </Button>
        </div>
      </header>
      <TroubleLine className="lg:mb-2" />
    </>
  )
}
