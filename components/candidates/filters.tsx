import { INTERVIEW_STATES } from '@/lib/interviews/interview'
import { isNarrowed, type InterviewFilter } from '@/lib/interviews/filter'
import type { Flow } from '@/lib/flows/flow'
import type { Team } from '@/lib/teams/team'
import { Button } from '../ui/button'
import { FilterChip } from './filter-chip'
import { FilterMenu } from './filter-menu'
import { SortMenu } from './sort-menu'
import { stateWord } from './state-label'

const STATES = INTERVIEW_STATES.map((state) => ({ value: state, label: stateWord(state) }))

type Props = {
  filter: InterviewFilter
  flows: Flow[]
  teams: Team[]
  onChange: (change: Partial<InterviewFilter>) => void
  onClear: () => void
}

export function Filters({ filter, flows, teams, onChange, onClear }: Props) {
  const menus = [
    {
      label: 'Flow',
      options: flows.map((flow) => ({ value: flow.id, label: flow.title || flow.id })),
      selected: filter.flow,
      choose: (flow: string[]) => onChange({ flow }),
    },
    {
      label: 'Team',
      options: teams.map((team) => ({ value: team.id, label: team.name || team.id })),
      selected: filter.team,
      choose: (team: string[]) => onChange({ team }),
    },
    {
      label: 'State',
      options: STATES,
      selected: filter.state,
      choose: (chosen: string[]) => onChange({ state: INTERVIEW_STATES.filter((state) => chosen.includes(state)) }),
    },
  ]
  return (
    <div
      role="group"
      aria-label="Filters"
      className="flex flex-wrap items-center gap-1 border-b border-line px-2 pb-2 lg:px-4"
    >
      {menus.map(({ label, options, selected, choose }) => (
        <FilterMenu key={label} label={label} options={options} selected={selected} onChange={choose} />
      ))}
      <SortMenu sort={filter.sort} onSort={(sort) => onChange({ sort })} />
      {menus.flatMap(({ options, selected, choose }) =>
        selected.map((value) => (
          <FilterChip
            key={value}
            label={options.find((option) => option.value === value)?.label ?? value}
            onRemove={() => choose(selected.filter((one) => one !== value))}
          />
        )),
      )}
      {isNarrowed(filter) && (
        <Button look="quiet" size="small" onClick={onClear} className="ml-auto">
          Clear filters
        </Button>
      )}
    </div>
  )
}
