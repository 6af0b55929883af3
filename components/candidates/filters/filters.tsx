import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Flow } from '@/lib/flows/flow'
import { isNarrowed, type InterviewFilter } from '@/lib/interviews/list/filter'
import type { SortKey } from '@/lib/interviews/list/sort'
import type { Team } from '@/lib/teams/team'
import { Button, buttonClass } from '../../ui/button'
import { AddFilter } from './add-filter'
import { choicesOf } from './choices'
import { ColumnChooser } from '../table/column-chooser'
import { EditedFilter } from './edited-filter'
import { FilterChips } from './filter-chips'
import { FilterMenu } from './filter-menu'
import { ByStatus } from '../table/by-status-button'
import { SortMenu } from '../table/sort-menu'

type Props = {
  filter: InterviewFilter
  flows: Pick<Flow, 'id' | 'title'>[]
  teams: Team[]
  columns: SortKey[]
  onChange: (change: Partial<InterviewFilter>) => void
  onClear: () => void
  onChooseColumns: (columns: SortKey[]) => void
  /** Null where nothing can be done with what is ticked. */
  selecting: { is: boolean; toggle: () => void } | null
  /** What else can be done with what is listed. */
  children: ReactNode
}

export function Filters({ filter, flows, teams, columns, onChange, onClear, ...choosing }: Props) {
  const { onChooseColumns, selecting, children } = choosing
  const choices = choicesOf({ filter, flows, teams })
  return (
    <div
      role="group"
      aria-label="Filters"
      className="flex flex-wrap items-center gap-1 border-b border-line px-2 pb-2 lg:px-4"
    >
      {choices.map((choice) => (
        <FilterMenu key={choice.name} choice={choice} filter={filter} onChange={onChange} />
      ))}
      <EditedFilter name="score" filter={filter} onChange={onChange} className={buttonClass('quiet', 'small')}>
        Score <ChevronDown size={13} aria-hidden="true" />
      </EditedFilter>
      <AddFilter filter={filter} onChange={onChange} />
      <SortMenu sort={filter.sort} onSort={(sort) => onChange({ sort })} />
      {selecting && (
        <Button look="quiet" size="small" className="lg:hidden" aria-pressed={selecting.is} onClick={selecting.toggle}>
          Select
        </Button>
      )}
      <FilterChips filter={filter} choices={choices} onChange={onChange} />
      <span className="ml-auto flex gap-1">
        {isNarrowed(filter) && (
          <Button look="quiet" size="small" onClick={onClear}>
            Clear filters
          </Button>
        )}
        <ByStatus sort={filter.sort} onSort={(sort) => onChange({ sort })} />
        {children}
        <ColumnChooser columns={columns} onChoose={onChooseColumns} />
      </span>
    </div>
  )
}
