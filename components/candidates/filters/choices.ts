import type { Flow } from '@/lib/flows/flow'
import type { InterviewFilter } from '@/lib/interviews/list/filter'
import { MY_VOTES } from '@/lib/interviews/list/filter-fields'
import { VOTE_OUTCOMES } from '@/lib/interviews/vote-outcome'
import { INTERVIEW_STATES, READER_PROGRESS } from '@/lib/interviews/interview'
import { STATUSES, statusWord } from '@/lib/interviews/status'
import type { Team } from '@/lib/teams/team'
import { stateWord } from '../identity/state-label'
import { progressWord } from '../table/progress-words'
import { OUTCOME_LABELS, VOTE_LABELS } from '../../votes/vote-words'

type Option = { value: string; label: string }

/** A filter of which several values can be chosen. */
export type FilterChoice = {
  name: 'flow' | 'team' | 'state' | 'you' | 'vote' | 'votes' | 'status'
  label: string
  options: Option[]
  selected: string[]
  choose: (chosen: string[]) => Partial<InterviewFilter>
}

const STATES = INTERVIEW_STATES.map((state) => ({ value: state, label: stateWord(state) }))
const DECISIONS = STATUSES.map((status) => ({ value: status, label: statusWord(status) }))
const MINE = MY_VOTES.map((vote) => ({ value: vote, label: vote === 'none' ? 'Not voted' : VOTE_LABELS[vote] }))
const OUTCOMES = VOTE_OUTCOMES.map((outcome) => ({ value: outcome, label: OUTCOME_LABELS[outcome] }))
const STEPS = READER_PROGRESS.map((progress) => ({ value: progress, label: progressWord(progress) }))

export function choicesOf({
  filter,
  flows,
  teams,
}: {
  filter: InterviewFilter
  flows: Pick<Flow, 'id' | 'title'>[]
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
    {
      name: 'you',
      label: 'You',
      options: STEPS,
      selected: filter.you,
      choose: (chosen) => ({ you: READER_PROGRESS.filter((progress) => chosen.includes(progress)) }),
    },
    {
      name: 'vote',
      label: 'Your vote',
      options: MINE,
      selected: filter.vote,
      choose: (chosen) => ({ vote: MY_VOTES.filter((vote) => chosen.includes(vote)) }),
    },
    {
      name: 'votes',
      label: 'Votes',
      options: OUTCOMES,
      selected: filter.votes,
      choose: (chosen) => ({ votes: VOTE_OUTCOMES.filter((outcome) => chosen.includes(outcome)) }),
    },
    {
      name: 'status',
      label: 'Status',
      options: DECISIONS,
      selected: filter.status,
      choose: (chosen) => ({ status: STATUSES.filter((status) => chosen.includes(status)) }),
    },
  ]
}
