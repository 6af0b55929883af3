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

  let coming: Promise<Page<T>> | null = fetchPage({ limit, offset: from })
  for (let offset = from, barren = 0; coming; offset += limit) {
    const page: Page<T> = await coming
    const { items, received, unreadable } = page
    const fresh = [...new Map(items.map((item) => [item.id, item])).values()].filter(({ id }) => !ids.has(id))
    for (const { id } of fresh) ids.add(id)
    isReadable &&= unreadable.length === 0
    barren = fresh.length === 0 ? barren + 1 : 0
    const isLast: boolean = received < limit
    coming = isLast || barren === BARREN_PAGES ? null : ahead(fetchPage({ limit, offset: offset + limit }))

    if (fresh.length > 0) await store(fresh)
    await onPage(offset + limit)
    if (isLast) return { ids, isComplete: isReadable }
  }
  return { ids, isComplete: false }
}

/** The next page is fetched while this one is stored; should that fail, nobody waits for it any more. */
function ahead<T>(page: Promise<T>): Promise<T> {
  page.catch(() => {})
  return page
}
