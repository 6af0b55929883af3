import type { PageAround, Window } from './fetch-around'
import { readAhead } from './read-ahead'
import { createStoreInOrder } from './store-in-order'

type Reading<T> = {
  limit: number
  /** Where to begin; 0 unless said otherwise. */
  from?: number
  /** Pages. What is longer is gone on with by whoever asked, later. */
  most: number
  fetchPage: (window: Window) => Promise<Pick<PageAround<T>, 'items' | 'received'> & { unreadable: unknown[] }>
  /**
   * Gets what each page holds, each item once, also one of a page before, which was asked for earlier; two pages are stored at once, so
   * that one is made ready while the database writes.
   */
  store: (items: T[]) => Promise<void>
  /** After each page, once it and all before it are stored, with the offset of the next and how many items were met so far; stops the reading by throwing. */
  onPage: (next: number, met: number) => Promise<void>
}

/** A page may repeat what shifted while it was read, but a server that ignores the offset must not be read for ever. */
const BARREN_PAGES = 3
/** There may be many unreadable items in a row, but not for ever. */
export const UNREADABLE_PAGES = 20

/**
 * Reads until a short page, several in a row without anything new, or as many pages as it may; `ids` are in the order of the
 * list. `isComplete` when a short page has shown where the list ends, `isOver` when there is no use in going on.
 */
export async function readPages<T extends { id: string }>(reading: Reading<T>) {
  const { limit, from = 0, most, fetchPage, store, onPage } = reading
  const ids = new Set<string>()
  let barren = 0
  const { add, end } = createStoreInOrder()

  try {
    for await (const { offset, page } of readAhead({ limit, from, end: from + most * limit, fetchPage })) {
      const { items, unreadable, received } = page
      const each = new Map(items.map((item) => [item.id, item]))
      const before = ids.size
      for (const id of each.keys()) ids.add(id)
      const met = ids.size
      barren = met === before ? barren + 1 : 0
      const isComplete = received < limit
      const isOver = isComplete || barren >= (unreadable.length > 0 ? UNREADABLE_PAGES : BARREN_PAGES)

      await add(
        () => store([...each.values()]),
        () => onPage(offset + limit, met),
      )
      if (isOver) return { ids, isComplete, isOver }
    }
    return { ids, isComplete: false, isOver: false }
  } finally {
    await end()
  }
}
