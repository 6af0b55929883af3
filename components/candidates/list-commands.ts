import { INTERVIEW_STATES } from '@/lib/interviews/interview'
import { isNarrowed, withoutNarrowing, type InterviewFilter } from '@/lib/interviews/list/filter'
import type { Command } from '../palette/offered-commands'
import { COLUMNS, sortBy } from './table/columns'
import { stateWord } from './identity/state-label'

type List = { filter: InterviewFilter; change: (change: Partial<InterviewFilter>) => void; focusSearch: () => void }

/** What the palette can do with the list. */
export function listCommands({ filter, change, focusSearch }: List): Command[] {
  const search: Command = { id: 'search', label: 'Search every transcript', key: '/', run: focusSearch }
  const clear: Command[] = isNarrowed(filter)
    ? [{ id: 'clear', label: 'Clear search and filters', run: () => change(withoutNarrowing(filter)) }]
    : []
  const states = INTERVIEW_STATES.map((state): Command => ({
    id: `state ${state}`,
    label: `Show only ${stateWord(state).toLowerCase()}`,
    run: () => change({ state: [state] }),
  }))
  const sorts = COLUMNS.map(({ name, label }): Command => ({
    id: `sort ${name}`,
    label: `Sort by ${label.toLowerCase()}`,
    run: () => change({ sort: sortBy(name, filter.sort) }),
  }))
  return [search, ...clear, ...states, ...sorts]
}
