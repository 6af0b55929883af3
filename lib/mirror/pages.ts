import type { Page } from '../ribbon/page'

export type Window = { limit: number; offset: number }

type Reading<T> = {
  limit: number
  /** Where to begin; 0 unless said otherwise. */
  from?: number
  fetchPage: (window: Window) => Promise<Page<T>>
  /** Gets each item once, in the order of the list. */
  store: (items: T[]) => Promise<void>
  /** After each page, with the offset of the next; stops the reading by throwing. */
  onPage: (next: number) => Promise<void>
}

/** A page may repeat what shifted while it was read, but a server that ignores the offset must not be read for ever. */
const BARREN_PAGES = 3

/**
 * Reads until a short page, or several in a row without anything new; `ids` are in the order of the list. `isComplete` when
 * nothing can have been missed from where it began.
 */
export async function readPages<T extends { id: string }>(reading: Reading<T>) {
  const { limit, from = 0, fetchPage, store, onPage } = reading
  const ids = new Set<string>()
  let isReadable = true

  for (let offset = from, barren = 0; barren < BARREN_PAGES; offset += limit) {
    const { items, received, unreadable } = await fetchPage({ limit, offset })
    const fresh = [...new Map(items.map((item) => [item.id, item])).values()].filter(({ id }) => !ids.has(id))
    for (const { id } of fresh) ids.add(id)
    if (fresh.length > 0) await store(fresh)
    await onPage(offset + limit)

    isReadable &&= unreadable === 0
    if (received < limit) return { ids, isComplete: isReadable }
    barren = fresh.length === 0 ? barren + 1 : 0
  }
  return { ids, isComplete: false }
}
