import type { Page } from '../../ribbon/page'
import { faultOf, type FaultReason } from '../store/unreadable'

export type Window = { limit: number; offset: number }

/** A page, and what of it could not be read, for reasons of the item's or of Ribbon's. */
export type PageAround<T> = Pick<Page<T>, 'items' | 'received'> & { unreadable: SkippedItem[]; known: Neighbour[] }
/** Where an item stands in the page that tells its id, and after which one. */
type Neighbour = Pick<SkippedItem, 'at' | 'after'>
/** `at` is its place in the page; `after` is the id of the item right before it, null where that is not known. */
export type SkippedItem = { at: number; id: string | null; after: string | null; reason: FaultReason }

/** Where Ribbon's lists have certainly ended: a server that answers there is well, whatever it says elsewhere. */
const BEYOND_THE_END = 10_000_000

export type NotDue = Pick<SkippedItem, 'after' | 'reason'>

type Source<T> = {
  fetchPage: (window: Window) => Promise<Page<T>>
  /** What could not be read and is not due again, by its offset: skipped while it stands right after the same item. */
  notDue: Map<number, NotDue>
  /** So many calls more than one a page. */
  mostCalls: number
}

/**
 * Fetches pages of a list. One that cannot be had is asked for in halves, down to the one item that costs only itself. It
 * throws what the page threw when the list as a whole does not answer, or when there are too many such items for one pull.
 */
export function createFetchAround<T extends { id: string }>({ fetchPage, notDue, mostCalls }: Source<T>) {
  let calls = mostCalls
  let isWell: Promise<boolean> | undefined
  const ids = new Map<number, string>()

  function fetchExtra(window: Window) {
    calls -= 1
    return fetchPage(window)
  }

  function isListWell(offset: number) {
    isWell ??= fetchExtra({ limit: 1, offset: offset + BEYOND_THE_END }).then(
      () => true,
      () => false,
    )
    return isWell
  }

  async function read(window: Window, fetch: typeof fetchPage): Promise<PageAround<T>> {
    const page = await fetch(window)
    const told = idsOf(page)
    for (const [at, id] of told.entries()) if (id !== null) ids.set(window.offset + at, id)
    const placed = <Item extends { at: number }>(item: Item) => ({ ...item, after: before(window.offset + item.at) })
    const known = told.flatMap((id, at) => (id === null ? [] : [placed({ at })]))
    return { ...page, unreadable: page.unreadable.map(placed), known }
  }

  function before(offset: number): string | null {
    return ids.get(offset - 1) ?? null
  }

  /** A list moves: only its neighbour tells whether what stands there is still the same. */
  function isKnown(offset: number): boolean {
    const after = before(offset)
    return after !== null && notDue.get(offset)?.after === after
  }

  return (window: Window): Promise<PageAround<T>> => fetchIn(window, fetchPage)

  async function fetchIn(window: Window, fetch: typeof fetchPage): Promise<PageAround<T>> {
    const { limit, offset } = window
    const known = notDue.get(offset)
    if (known && isKnown(offset)) return limit === 1 ? skipped({ ...known, at: 0, id: null }) : fetchParts(window, 1)
    const nextKnown = Math.min(...[...notDue].flatMap(([at, { after }]) => (after !== null && at > offset ? at : [])))
    if (nextKnown < offset + limit && calls >= 2) return fetchParts(window, nextKnown - offset)
    try {
      return await read(window, fetch)
    } catch (error) {
      const reason = faultOf(error)
      // An outage may have begun since.
      if (limit === 1) isWell = undefined
      if (reason === null || calls < 2 || !(await isListWell(offset))) throw error
      if (limit === 1) return skipped({ at: 0, id: null, after: before(offset), reason })
    }
    return fetchParts(window, Math.floor(limit / 2))
  }

  async function fetchParts({ limit, offset }: Window, size: number): Promise<PageAround<T>> {
    const first = await fetchIn({ limit: size, offset }, fetchExtra)
    if (first.received < size) return first
    return joined(first, await fetchIn({ limit: limit - size, offset: offset + size }, fetchExtra), size)
  }
}

/** Of each item in its place; null where it could not be read or tells none. */
function idsOf({ items, unreadable, received }: Page<{ id: string }>): (string | null)[] {
  const told = new Map(unreadable.map(({ at, id }) => [at, id]))
  const readable = items.values()
  return Array.from({ length: received }, (_, at) => {
    const id = told.get(at)
    return id === undefined ? (readable.next().value?.id ?? null) : id
  })
}

function skipped<T>(item: SkippedItem): PageAround<T> {
  return { items: [], unreadable: [item], known: [], received: 1 }
}

function joined<T>(first: PageAround<T>, second: PageAround<T>, size: number): PageAround<T> {
  const moved = <Item extends { at: number }>(item: Item) => ({ ...item, at: item.at + size })
  return {
    items: [...first.items, ...second.items],
    unreadable: [...first.unreadable, ...second.unreadable.map(moved)],
    known: [...first.known, ...second.known.map(moved)],
    received: first.received + second.received,
  }
}
