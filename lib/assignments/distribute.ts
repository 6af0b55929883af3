import type { Pair } from './shared-among'

/** `eligible` are the members who may be given this interview, `taken` those who have it already, chosen or not. */
type Shared = { interviewId: string; eligible: readonly string[]; taken: ReadonlySet<string> }

/**
 * Gives each interview to as many members as bring it to `votesEach`, always to who has the least by then; of equals the one who
 * was chosen first. `load` is how many each has already. So many votes could nobody be given are `unfilled`.
 */
export function distribute(shared: readonly Shared[], votesEach: number, load: ReadonlyMap<string, number>) {
  const carried = new Map(load)
  const pairs: Pair[] = []
  let unfilled = 0
  for (const { interviewId, eligible, taken } of shared) {
    const missing = Math.max(0, votesEach - taken.size)
    const free = eligible.filter((memberId) => !taken.has(memberId))
    const least = free.toSorted((a, b) => (carried.get(a) ?? 0) - (carried.get(b) ?? 0)).slice(0, missing)
    for (const memberId of least) {
      carried.set(memberId, (carried.get(memberId) ?? 0) + 1)
      pairs.push({ interviewId, memberId })
    }
    unfilled += missing - least.length
  }
  return { pairs, unfilled }
}
