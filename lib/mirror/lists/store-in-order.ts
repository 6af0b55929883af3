/** While the database writes one page, the next is made ready. */
const AT_ONCE = 2

/**
 * Stores pages, two at once. `add` waits until there is room, `end` until all are stored; each throws what the first of those that
 * fail has thrown, once none is written any more. `onStored` is called in the order of the pages, after all before are stored.
 */
export function createStoreInOrder() {
  /** Each until its page, and all before it, are stored. */
  const underWay: Promise<void>[] = []

  const add = async (store: () => Promise<void>, onStored: () => Promise<void>) => {
    if (underWay.length === AT_ONCE) await underWay.shift()
    const stored = finish([...underWay.slice(-1), store()], onStored)
    // Should it fail before anybody waits for it.
    stored.catch(() => {})
    underWay.push(stored)
  }
  return { add, end: () => underWay.at(-1) }
}

async function finish(storing: Promise<void>[], onStored: () => Promise<void>) {
  for (const stored of await Promise.allSettled(storing)) if (stored.status === 'rejected') throw stored.reason
  await onStored()
}
