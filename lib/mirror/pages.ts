import type { Page } from '../ribbon/page'

export type Window = { limit: number; offset: number }

type Reading<T> = {
  limit: number
  fetchPage: (window: Window) => Promise<Page<T>>
  /** Gets each item once. */
  store: (items: T[]) => Promise<void>
  onPage: () => Promise<void>
}

/** A page may repeat what shifted while it was read, but a server that ignores the offset must not be read for ever. */
const BARREN_PAGES = 3

/** Reads until a short page, or several in a row without anything new. `isComplete` when nothing can have been missed. */
export async function readPages<T extends { id: string }>(reading: Reading<T>) {
  const { limit, fetchPage, store, onPage } = reading
  const ids = new Set<string>()
  let isReadable = true

  for (let offset = 0, barren = 0; barren < BARREN_PAGES; offset += limit) {
    const { items, received, unreadable } = await fetchPage({ limit, offset })
    const fresh = [...new Map(items.map((item) => [item.id, item])).values()].filter(({ id }) => !ids.has(id))
    for (const { id } of fresh) ids.add(id)
    if (fresh.length > 0) await store(fresh)
    await onPage()

    isReadable &&= unreadable === 0
    if (received < limit) return { ids, isComplete: isReadable }
    barren = fresh.length === 0 ? barren + 1 : 0
  }
  return { ids, isComplete: false }
}
