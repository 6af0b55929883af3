/** Whoever has a longer list is told no more than that. */
const LONGEST = 1_000_000
/** Of its length. */
const PRECISION = 0.1

/** About how many items a list has that is longer than `beyond`, by asking for single places of it: some ten or fifteen calls. */
export async function estimateLength(beyond: number, isThere: (offset: number) => Promise<boolean>): Promise<number> {
  let [there, missing] = [beyond, beyond * 4]
  while (missing < LONGEST && (await isThere(missing))) [there, missing] = [missing, missing * 4]
  while (missing - there > missing * PRECISION) {
    const middle = Math.round((there + missing) / 2)
    if (await isThere(middle)) there = middle
    else missing = middle
  }
  return Math.round((there + missing) / 2)
}
