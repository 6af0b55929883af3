const FIRST_MS = 4_000
const LONGEST_MS = 20_000

/**
 * Milliseconds until what failed so many times in a row is asked again: SWR, left to itself, comes to
 * half an hour, in which a page would go on showing what its reader may not see any more. `chance`, from 0 to 1, spreads those who failed together.
 */
export function retryAfter(failures: number, chance: number): number {
  return Math.min(FIRST_MS * 2 ** Math.max(0, failures - 1), LONGEST_MS) * (0.75 + chance / 2)
}
