/** Callers that ask for the same key while it is under way share one answer. */
export function createCoalescer<T>() {
  const underWay = new Map<string, Promise<T>>()

  return (key: string, task: () => Promise<T>): Promise<T> => {
    const shared = underWay.get(key) ?? task().finally(() => underWay.delete(key))
    underWay.set(key, shared)
    return shared
  }
}
