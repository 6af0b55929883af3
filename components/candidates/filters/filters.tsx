import { ChevronDown } from '../../ui/icons'
import type { Flow } from '@/lib/flows/flow'
import { isNarrowed, type InterviewFilter } from '@/lib/interviews/list/filter'
import type { Team } from '@/lib/teams/team'
import { Button, buttonClass } from '../../ui/button'
import { AddFilter } from './add-filter'
import { choicesOf } from './choices'
import { EditedFilter } from './edited-filter'
import { FilterChips } from './filter-chips'
import { FilterMenu } from './filter-menu'

type Props = {
  filter: InterviewFilter
  flows: Pick<Flow, 'id' | 'title'>[]
  teams: Team[]
  /** Whether a narrow screen shows what more can be narrowed by. */
  isOpen: boolean
  onChange: (change: Partial<InterviewFilter>) => void
  onClear: () => void
}

/** What narrows the list, and could. */
export function Filters({ filter, flows, teams, isOpen, onChange, onClear }: Props) {
  const choices = choicesOf({ filter, flows, teams })
  const isFiltered = isNarrowed({ ...filter, q: '' })
  /** For a search alone a narrow screen has no row: its field clears itself. */
  const hasRow = isOpen || isFiltered
  return (
    <div
      role="group"
      aria-label="Filters"
      className={`flex flex-wrap items-center gap-1 border-b border-line px-4 pb-2 ${hasRow ? '' : 'max-lg:-mt-px max-lg:pb-0'}`}
    >
      <div className={`flex flex-wrap items-center gap-1 max-lg:-mx-2 ${isOpen ? '' : 'max-lg:hidden'}`}>
        {choices.map((choice) => (
          <FilterMenu key={choice.name} choice={choice} filter={filter} onChange={onChange} />
        ))}
        <EditedFilter name="score" filter={filter} onChange={onChange} className={buttonClass('quiet', 'small')}>
          Score <ChevronDown size={13} />
        </EditedFilter>
        <AddFilter filter={filter} onChange={onChange} />
      </div>
      <FilterChips filter={filter} choices={choices} onChange={onChange} />
      {isNarrowed(filter) && (
        <Button look="quiet" size="small" className={hasRow ? '' : 'max-lg:hidden'} onClick={onClear}>
          <span>
            Clear<span className="max-xl:sr-only">{isFiltered ? ' filters' : ' search'}</span>
          </span>
        </Button>
      )}
    </div>
  )
}
