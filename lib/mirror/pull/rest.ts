/** A pull reads everything, so a slow one makes the pause after it longer: at most a tenth of the time is spent pulling. */
const REST_PER_PULL = 9
const LONGEST_BACKOFF = 8
/** Unless the interval itself is longer, nothing makes a pause longer than this: neither a slow pull nor Ribbon's failures. */
const LONGEST_REST_SECONDS = 900

/** `pullSeconds` is what a pull costs; `failures` how many have failed in a row; `isMore` that it ended before it had read everything. */
type Pulled = { pullSeconds: number; failures: number; isMore: boolean }

/** Seconds until the next pull. */
export function restAfter({ pullSeconds, failures, isMore }: Pulled, intervalSeconds: number): number {
  if (isMore) return 0
  const backoff = Math.min(2 ** failures, LONGEST_BACKOFF) * intervalSeconds
  const rest = failures > 0 ? backoff : Math.max(intervalSeconds, pullSeconds * REST_PER_PULL)
  return Math.min(rest, longestRest(intervalSeconds))
}

/** Seconds. A next pull that is due later than this is due now: a clock was set back, or the interval shortened. */
export function longestRest(intervalSeconds: number): number {
  return Math.max(intervalSeconds, LONGEST_REST_SECONDS)
}

/**
 * How many seconds a pull costs, by how long the last two took: one alone that took long met a pause of the database or a busy
 * neighbour, or is the first of a process that has just begun, and is no reason for a long rest.
 */
export function createPace() {
  let before = 0
  return (tookSeconds: number): number => {
    const usual = Math.min(tookSeconds, before)
    before = tookSeconds
    return usual
  }
}
