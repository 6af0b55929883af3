import { isAllowed, type Role } from '@/lib/auth/permissions'
import { MOST_FINALISTS } from '@/lib/compare/link'
import type { InterviewRow } from '@/lib/interviews/interview'
import { flowOf } from './flow-of'

export type PickedAction = {
  key: 'assign' | 'compare' | 'export'
  label: string
  shortcut: string
  isDialog: boolean
  /** Why it cannot be done with these, in a sentence; null where it can. */
  blocked: string | null
}

const FEWEST_FINALISTS = 2

/** What this role can do with these interviews besides giving them a status, in its order on the bar. */
export function pickedActions(rows: Pick<InterviewRow, 'flow'>[], role: Role): PickedAction[] {
  const actions: (PickedAction | false)[] = [
    isAllowed(role, 'assignment.manage') && {
      ...{ key: 'assign', label: 'Assign', shortcut: 'a', isDialog: true, blocked: null },
    },
    {
      ...{ key: 'compare', label: 'Compare', shortcut: 'c', isDialog: false, blocked: notComparable(rows) },
    },
    isAllowed(role, 'export.create') && {
      ...{ key: 'export', label: 'Export', shortcut: 'e', isDialog: true, blocked: null },
    },
  ]
  return actions.filter((action) => action !== false)
}

function notComparable(rows: Pick<InterviewRow, 'flow'>[]): string | null {
  const { length } = rows
  if (length < FEWEST_FINALISTS || length > MOST_FINALISTS) {
    return `${FEWEST_FINALISTS} to ${MOST_FINALISTS} can be compared side by side, and ${length} ${length === 1 ? 'is' : 'are'} selected.`
  }
  if (rows.some(({ flow }) => flow.id === null)) return 'An interview without a flow has no questions to compare.'
  return flowOf(rows) === null ? 'Only interviews of one flow can be compared: they were asked the same.' : null
}
