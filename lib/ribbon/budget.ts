export type Budget = <T>(task: () => Promise<T>) => Promise<T>

/** At most `size` tasks run at once; the others wait their turn. */
export function createBudget(size: number): Budget {
  const waiting: (() => void)[] = []
  let free = size

  return async (task) => {
    if (free > 0) free -= 1
    else await new Promise<void>((resolve) => waiting.push(resolve))

    try {
      return await task()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free += 1
    }
  }
}
