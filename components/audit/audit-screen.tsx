'use client'

import { logSearch, type LogFilter } from '@/lib/audit/log/log-search'
import type { LogHead, LogPage } from '@/lib/audit/log/logged-event'
import type { Author } from '@/lib/members/member'
import { TroubleLine } from '../trouble/trouble-line'
import { HeadLine } from './head-line'
import { LogExport } from './log-export'
import { LogFilters } from './log-filters'
import { LogList } from './log-list'
import { useLogFilter } from './use-log-filter'
import { PAGE_HEADER } from '../ui/page-header'

type Props = {
  initial: LogPage
  filter: LogFilter
  head: LogHead
  actors: Author[]
  /** What teams and flows are called, by their ids. */
  places: [id: string, name: string][]
  /** What the candidate is called whom the log is narrowed to. */
  candidate: string | null
}

/** Who did what and saw whom: what an admin looks at when somebody asks. */
export function AuditScreen({ initial, filter, head, actors, places, candidate }: Props) {
  const { narrow, isComing, refresh } = useLogFilter(filter)
  const search = logSearch(filter)
  return (
    <div className="lg:flex lg:h-full lg:flex-col">
      <header className={PAGE_HEADER}>
        <h1 className="text-xl font-semibold tracking-tight">Audit</h1>
      </header>
      <TroubleLine />
      <HeadLine key={head.size} initial={head} onGrown={refresh} />
      <LogFilters filter={filter} actors={actors} candidate={candidate} narrow={narrow}>
        <LogExport search={search} />
      </LogFilters>
      <LogList
        key={`${search} ${initial.items[0]?.seq ?? 0}`}
        initial={initial}
        search={search}
        names={new Map(places)}
        narrow={narrow}
        isComing={isComing}
      />
    </div>
  )
}
