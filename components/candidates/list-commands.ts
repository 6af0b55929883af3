import { INTERVIEW_STATES } from '@/lib/interviews/interview'
import { STATUSES, statusWord } from '@/lib/interviews/status'
import { isNarrowed, withoutNarrowing, type InterviewFilter } from '@/lib/interviews/list/filter'
import type { Command } from '../palette/offered-commands'
import { COLUMNS, sortBy } from './table/columns'
import { stateWord } from './identity/state-label'

type List = {
  filter: InterviewFilter
  change: (change: Partial<InterviewFilter>) => void
  focusSearch: () => void
  /** Null for who may not. */
  openExport: (() => void) | null
}

/** What the palette can do with the list. */
export function listCommands({ filter, change, focusSearch, openExport }: List): Command[] {
  const search: Command = { id: 'search', label: 'Search every transcript', key: '/', run: focusSearch }
  const clear: Command[] = isNarrowed(filter)
    ? [{ id: 'clear', label: 'Clear search and filters', run: () => change(withoutNarrowing(filter)) }]
    : []
  const states = INTERVIEW_STATES.map((state): Command => ({
    id: `state ${state}`,
    label: `Show only ${stateWord(state).toLowerCase()}`,
    run: () => change({ state: [state] }),
  }))
  const unseen: Command = { id: 'you new', label: 'Show only what is new to you', run: () => change({ you: ['new'] }) }
  const split: Command = { id: 'votes split', label: 'Show only split votes', run: () => change({ votes: ['split'] }) }
  const decided = STATUSES.map((status): Command => ({
    id: `status ${status}`,
    label: status === 'shortlisted' ? 'Show the shortlist' : `Show only ${statusWord(status).toLowerCase()}`,
    run: () => change({ status: [status] }),
  }))
  const board: Command = {
    id: 'by status',
    label: 'Group by status',
    run: () => change({ sort: { key: 'status', descending: false } }),
  }
  const exporting: Command[] = openExport ? [{ id: 'export', label: 'Export this list', run: openExport }] : []
  const sorts = COLUMNS.map(({ name, label }): Command => ({
    id: `sort ${name}`,
    label: `Sort by ${label.toLowerCase()}`,
    run: () => change({ sort: sortBy(name, filter.sort) }),
  }))
  return [search, ...clear, ...states, unseen, board, ...decided, split, ...exporting, ...sorts]
}
