import type { StandingStatus } from '@/lib/interviews/status'
import type { LastChange } from './undoable-change'
import type { ChosenStatus } from './unsent-status'

/** A choice that was refused, since a colleague has set another status meanwhile. */
export type StatusConflict = { chosen: ChosenStatus; now: StandingStatus }

/** `last` is what was chosen last: it can be undone. */
export type StatusNews = { last: LastChange | null; conflicts: readonly StatusConflict[]; problem: string | null }

export const NO_STATUS_NEWS: StatusNews = { last: null, conflicts: [], problem: null }
