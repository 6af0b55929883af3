import type { Flow } from '@/lib/flows/flow'
import type { InterviewFilter } from '@/lib/interviews/list/filter'
import { INTERVIEW_STATES } from '@/lib/interviews/interview'
import type { Team } from '@/lib/teams/team'
import type { Option } from './filter-menu'
import { stateWord } from '../identity/state-label'

/** A filter of which several values can be chosen. */
export type FilterChoice = {
  name: 'flow' | 'team' | 'state'
  label: string
  options: Option[]
  selected: string[]
  choose: (chosen: string[]) => Partial<InterviewFilter>
}

const STATES = INTERVIEW_STATES.map((state) => ({ value: state, label: stateWord(state) }))

export function choicesOf({
  filter,
  flows,
  teams,
}: {
  filter: InterviewFilter
  flows: Flow[]
  teams: Team[]
}): FilterChoice[] {
  return [
    {
      name: 'flow',
      label: 'Flow',
      options: flows.map(({ id, title }) => ({ value: id, label: title || id })),
      selected: filter.flow,
      choose: (flow) => ({ flow }),
    },
    {
      name: 'team',
      label: 'Team',
      options: teams.map(({ id, name }) => ({ value: id, label: name || id })),
      selected: filter.team,
      choose: (team) => ({ team }),
    },
    {
      name: 'state',
      label: 'State',
      options: STATES,
      selected: filter.state,
      choose: (chosen) => ({ state: INTERVIEW_STATES.filter((state) => chosen.includes(state)) }),
    },
  ]
}
