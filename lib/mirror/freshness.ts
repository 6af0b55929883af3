import { failureMessage, isFailureCode } from '../errors'

/** How old the mirror was at `now`; times are ISO 8601, `asOf` null until the first pull is over. */
export type Freshness = {
  now: string
  asOf: string | null
  failure: { at: string; message: string } | null
  /** The last pull failed, or is overdue. */
  stale: boolean
}

type Recorded = { lastSuccessAt: string | null; lastFailureAt: string | null; lastFailureCode: string | null }
type Clock = { now: number; intervalSeconds: number }

/** So many intervals may pass without a pull before it counts as overdue; a slow pull makes the pauses longer. */
const PATIENCE = 20

export function freshnessOf(recorded: Recorded | undefined, { now, intervalSeconds }: Clock): Freshness {
  const asOf = recorded?.lastSuccessAt ? new Date(recorded.lastSuccessAt).toISOString() : null
  const failure = recorded && failureOf(recorded)
  const overdue = asOf !== null && now - Date.parse(asOf) > PATIENCE * intervalSeconds * 1000
  return { now: new Date(now).toISOString(), asOf, failure: failure ?? null, stale: Boolean(failure) || overdue }
}

function failureOf({ lastFailureAt, lastFailureCode }: Recorded) {
  if (lastFailureAt === null || lastFailureCode === null) return null
  const code = isFailureCode(lastFailureCode) ? lastFailureCode : 'unexpected'
  return { at: new Date(lastFailureAt).toISOString(), message: failureMessage(code) }
}
