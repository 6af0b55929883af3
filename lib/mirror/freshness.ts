import { failureMessage, isFailureCode } from '../errors'

/** How old the mirror was at `now`; times are ISO 8601, `asOf` null until the first pull is over. */
export type Freshness = {
  now: string
  asOf: string | null
  /** How many interviews the first reading of everything has met so far; null once it is over. */
  seenSoFar: number | null
  failure: { at: string; message: string } | null
  /** The last pull failed, or the next is overdue. */
  stale: boolean
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

/** So many intervals a pull may be late. */
const PATIENCE = 3

export function freshnessOf(recorded: Recorded | undefined, { now, intervalSeconds }: Clock): Freshness {
  const asOf = recorded?.lastSuccessAt ? new Date(recorded.lastSuccessAt).toISOString() : null
  const failure = recorded ? failureOf(recorded) : null
  const seenSoFar = asOf === null ? (recorded?.seen ?? 0) : null
  return { now: new Date(now).toISOString(), asOf, seenSoFar, failure, stale: failure !== null || isOverdue() }

  function isOverdue() {
    if (!recorded?.lastSuccessAt) return false
    const due = Math.max(Date.parse(recorded.claimedUntil ?? recorded.runAt), Date.parse(recorded.runAt))
    return now - due > PATIENCE * intervalSeconds * 1000
  }
}

function failureOf({ endedAt, lastFailureCode }: Recorded) {
  if (endedAt === null || lastFailureCode === null) return null
  const code = isFailureCode(lastFailureCode) ? lastFailureCode : 'unexpected'
  return { at: new Date(endedAt).toISOString(), message: failureMessage(code) }
}
