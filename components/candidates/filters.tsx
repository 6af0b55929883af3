import { INTERVIEW_STATES } from '@/lib/interviews/interview'
import { isNarrowed, type InterviewFilter } from '@/lib/interviews/filter'
import type { Flow } from '@/lib/flows/flow'
import type { Team } from '@/lib/teams/team'
import { Button } from '../ui/button'
import { FilterMenu } from './filter-menu'
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
  const chooseStates = (chosen: string[]) =>
    onChange({ state: INTERVIEW_STATES.filter((state) => chosen.includes(state)) })
  return (
    <div
      role="group"
      aria-label="Filters"
      className="flex flex-wrap items-center gap-1 border-b border-line px-2 pb-2 lg:px-4"
    >
      <FilterMenu
        label="Flow"
        options={flows.map((flow) => ({ value: flow.id, label: flow.title || flow.id }))}
        selected={filter.flow}
        onChange={(flow) => onChange({ flow })}
      />
      <FilterMenu
        label="Team"
        options={teams.map((team) => ({ value: team.id, label: team.name || team.id }))}
        selected={filter.team}
        onChange={(team) => onChange({ team })}
      />
      <FilterMenu label="State" options={STATES} selected={filter.state} onChange={chooseStates} />
      {isNarrowed(filter) && (
        <Button look="quiet" size="small" onClick={onClear} className="ml-auto">
          Clear filters
        </Button>
      )}
    </div>
  )
}
