import { failureMessage, type FailureCode } from '../errors'
import { incompleteSearch, type Coverage } from '../search/coverage'

/** Whether something is wrong, or is as it should be and worth knowing. */
export type Tone = 'warning' | 'information'

/** `key` is another one for another trouble; `cause` and `wayOut` are sentences, `more` is the path of a page that tells more. */
export type Trouble = { key: string; tone: Tone; cause: string; wayOut: string; more: string | null }

/** To whom the reason is no matter. */
export const NOT_ARRIVING = 'New interviews are not arriving.'
const FOR_OTHERS: Trouble = {
  key: 'not_arriving',
  tone: 'warning',
  cause: NOT_ARRIVING,
  wayOut: 'What is here can be read and heard as before.',
  more: null,
}

const MORE = '/connection'
const BY_ITSELF = 'What is here stays, and Debrief asks again by itself.'
const IN_THE_LOG = 'The reason is in the server’s log.'
const WAYS_OUT: Partial<Record<FailureCode, string>> = {
  ribbon_unauthorized: 'Set the new one as RIBBON_API_KEY and restart Debrief.',
  ribbon_forbidden: 'Set RIBBON_API_KEY to a key of the organisation whose interviews belong here.',
  ribbon_unreachable: BY_ITSELF,
  ribbon_rate_limited: 'Debrief waits for as long as Ribbon asks, and goes on by itself.',
  ribbon_rejected: BY_ITSELF,
  ribbon_unreadable: BY_ITSELF,
  database_full: 'Make room on the disk of the database.',
  database_unavailable: 'See whether PostgreSQL runs; Debrief goes on by itself once it answers.',
}

type State = {
  code: FailureCode | null
  isOverdue: boolean
  unreadable: number
  coverage: Coverage | null
  mayKnow: boolean
}

/** The worst of what is wrong with what Ribbon is asked for, else what is still under way; nobody is told more than they may know. */
export function troubleOf({ code, isOverdue, unreadable, coverage, mayKnow }: State): Trouble | null {
  const isArriving = code === null && !isOverdue
  if (!isArriving && !mayKnow) return FOR_OTHERS
  if (code !== null) return warning(code, causeOf(code), WAYS_OUT[code] ?? IN_THE_LOG)
  if (isOverdue) {
    return warning('overdue', 'Ribbon has not been asked for a while.', 'Restart Debrief if that lasts.')
  }
  if (coverage !== null) return { key: 'indexing', tone: 'information', ...incompleteSearch(coverage), more: null }
  if (unreadable === 0 || !mayKnow) return null
  const cause = `${unreadable === 1 ? 'One item' : `${unreadable.toLocaleString('en-US')} items`} of Ribbon’s could not be read.`
  return warning('unreadable', cause, 'The lists may not be complete.')
}

function warning(key: string, cause: string, wayOut: string): Trouble {
  return { key, tone: 'warning', cause, wayOut, more: MORE }
}

function causeOf(code: FailureCode): string {
  return code === 'unexpected' ? 'Reading from Ribbon failed.' : failureMessage(code)
}
