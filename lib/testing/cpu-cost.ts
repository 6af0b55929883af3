/** Milliseconds of this process's own time, the least of three: a busy machine counts for nothing. */
export function cpuCost(work: () => void): number {
  const once = () => {
    const begun = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(begun)
    return (user + system) / 1000
  }
  return Math.min(once(), once(), once())
}

const TIMES = 16
/** Of what growing in step would cost; the square of the size would cost 16 times that. */
const MARGIN = 5
/** Milliseconds; less is not to be measured. */
const LEAST = 2

/** How many times too much the work costs that is 16 times as large: below 1 it grows in step with its size. */
export function excessOf(prepare: (size: number) => () => void, size: number): number {
  const [small, large] = [prepare(size), prepare(size * TIMES)]
  small()
  return cpuCost(large) / (Math.max(LEAST, cpuCost(small)) * TIMES * MARGIN)
}
