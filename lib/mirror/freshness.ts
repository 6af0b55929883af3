import { failureMessage, isFailureCode, type FailureCode } from '../errors'
import type { Coverage } from '../search/coverage'
import { NOT_ARRIVING, troubleOf, type Trouble } from './trouble'

/** How old the mirror was at `now`; times are ISO 8601, `asOf` null until the first pull is over. */
export type Freshness = {
  now: string
  asOf: string | null
  /** How many interviews the first reading of everything has met so far; null once it is over, and to who may not know how many there are. */
  seenSoFar: number | null
  failure: { at: string; message: string } | null
  /** The last pull failed, or the next is overdue. */
  stale: boolean
  /** What a search looks through by now, of what its reader sees; null where that is everything. */
  coverage: Coverage | null
  /** What is wrong, and what can be done about it; null where nothing is, as far as its reader may know. */
  trouble: Trouble | null
}

/** `claimedUntil` lies ahead while a pull is under way; `endedAt` is when the last one ended that was not interrupted. */
type Recorded = {
  claimedUntil: string | null
  runAt: string
  lastSuccessAt: string | null
  seen: number
  endedAt: string | null
  lastFailureCode: string | null
}
type Clock = { now: number; intervalSeconds: number }
/** Whether its reader may know how the connection to Ribbon is, how much of Ribbon's could not be read, and what a search looks through. */
type Asked = { mayKnow: boolean; unreadable: number; coverage: Coverage | null }

/** So many intervals a pull may be late. */
const PATIENCE = 3

export function freshnessOf(recorded: Recorded | null, { now, intervalSeconds }: Clock, asked: Asked): Freshness {
  const asOf = recorded?.lastSuccessAt ? new Date(recorded.lastSuccessAt).toISOString() : null
  const code = recorded ? failureCode(recorded) : null
  const seenSoFar = asOf === null && asked.mayKnow ? (recorded?.seen ?? 0) : null
  const trouble = troubleOf({ code, isOverdue: isOverdue(), ...asked })
  const failure =
    code && recorded?.endedAt
      ? { at: new Date(recorded.endedAt).toISOString(), message: asked.mayKnow ? failureMessage(code) : NOT_ARRIVING }
      : null
  const stale = failure !== null || isOverdue()
  const { coverage } = asked
  return { now: new Date(now).toISOString(), asOf, seenSoFar, failure, stale, coverage, trouble }

  function isOverdue() {
    if (!recorded?.lastSuccessAt) return false
    const due = Math.max(Date.parse(recorded.claimedUntil ?? recorded.runAt), Date.parse(recorded.runAt))
    return now - due > PATIENCE * intervalSeconds * 1000
  }
}

function failureCode({ endedAt, lastFailureCode }: Recorded): FailureCode | null {
  if (endedAt === null || lastFailureCode === null) return null
  return isFailureCode(lastFailureCode) ? lastFailureCode : 'unexpected'
}
