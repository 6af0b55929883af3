import { longestRest } from '../mirror/pull/rest'
import { DOUBTS, type Connection, type Doubt, type ListProgress } from './connection'

/** So many intervals a comparison may be late. */
const PATIENCE = 3

type Compared = Pick<ListProgress, 'passedAt' | 'comparedAt' | 'isUnderWay'>

/** `now` in milliseconds. */
export type ConnectionState = Pick<Connection, 'key'> & {
  isFailing: boolean
  isOverdue: boolean
  lists: Compared[]
  /** What Ribbon has announced and was not fetched yet. */
  announced: number
  unreadable: number
  now: number
  everySeconds: number
}

/** None: each of Ribbon's lists was compared to its end, not long ago, and nothing is known to be missing. */
export function doubtsOf(state: ConnectionState): Doubt[] {
  const { key, isFailing, isOverdue, lists, announced, unreadable } = state
  const of = new Set(lists.map((list) => doubtOfList(list, state)))
  const are: Record<Doubt, boolean> = {
    refused: key === 'refused',
    failing: isFailing && key !== 'refused',
    overdue: isOverdue,
    reading: of.has('reading') || lists.length === 0 || key === 'unknown',
    cut_short: of.has('cut_short'),
    under_way: of.has('under_way'),
    outdated: of.has('outdated'),
    announced: announced > 0,
    unreadable: unreadable > 0,
  }
  return DOUBTS.filter((doubt) => are[doubt])
}

function doubtOfList(
  { passedAt, comparedAt, isUnderWay }: Compared,
  { now, everySeconds }: ConnectionState,
): Doubt | null {
  if (passedAt === null) return 'reading'
  // What ended without the list's own end.
  if (comparedAt === null || Date.parse(passedAt) > Date.parse(comparedAt)) return 'cut_short'
  const oldest = longestRest(everySeconds) + PATIENCE * everySeconds
  if (now - Date.parse(comparedAt) <= oldest * 1000) return null
  return isUnderWay ? 'under_way' : 'outdated'
}
