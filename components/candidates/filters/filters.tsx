import { ChevronDown } from 'lucide-react'
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
import { SortMenu } from '../table/sort-menu'

type Props = {
  filter: InterviewFilter
  flows: Flow[]
  teams: Team[]
  columns: SortKey[]
  onChange: (change: Partial<InterviewFilter>) => void
  onClear: () => void
  onChooseColumns: (columns: SortKey[]) => void
}

export function Filters({ filter, flows, teams, columns, onChange, onClear, onChooseColumns }: Props) {
  const choices = choicesOf({ filter, flows, teams })
  return (
    <div
      role="group"
      aria-label="Filters"
      className="flex flex-wrap items-center gap-1 border-b border-line px-2 pb-2 lg:px-4"
    >
      {choices.map(({ name, label, options, selected, choose }) => (
        <FilterMenu
          key={name}
          label={label}
          options={options}
          selected={selected}
          onChange={(chosen) => onChange(choose(chosen))}
        />
      ))}
      <EditedFilter name="score" filter={filter} onChange={onChange} className={buttonClass('quiet', 'small')}>
        Score <ChevronDown size={13} aria-hidden="true" />
      </EditedFilter>
      <AddFilter filter={filter} onChange={onChange} />
      <SortMenu sort={filter.sort} onSort={(sort) => onChange({ sort })} />
      <FilterChips filter={filter} choices={choices} onChange={onChange} />
      <span className="ml-auto flex gap-1">
        {isNarrowed(filter) && (
          <Button look="quiet" size="small" onClick={onClear}>
            Clear filters
          </Button>
        )}
        <ColumnChooser columns={columns} onChoose={onChooseColumns} />
      </span>
    </div>
  )
}
