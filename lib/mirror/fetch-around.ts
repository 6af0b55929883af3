import type { Page } from '../ribbon/page'
import { faultOf, type FaultReason } from './unreadable'

export type Window = { limit: number; offset: number }

/** A page, and what of it could not be read, for reasons of the item's or of Ribbon's. */
export type PageAround<T> = Pick<Page<T>, 'items' | 'received'> & { unreadable: SkippedItem[] }
export type SkippedItem = { at: number; id: string | null; reason: FaultReason }

/** Where Ribbon's lists have certainly ended: a server that answers there is well, whatever it says elsewhere. */
const BEYOND_THE_END = 10_000_000

type Source<T> = {
  fetchPage: (window: Window) => Promise<Page<T>>
  /** The offsets that could not be read, which are not asked for before they are due. */
  notDue: Map<number, FaultReason>
  /** So many calls more than one a page. */
  mostCalls: number
}

/**
 * Fetches pages of a list. One that cannot be had is asked for in halves, down to the one item that costs only itself. It
 * throws what the page threw when the list as a whole does not answer, or when there are too many such items for one pull.
 */
export function createFetchAround<T>({ fetchPage, notDue, mostCalls }: Source<T>) {
  let calls = mostCalls
  let isWell: Promise<boolean> | undefined

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

  return (window: Window): Promise<PageAround<T>> => fetchIn(window, fetchPage)

  async function fetchIn(window: Window, fetch: typeof fetchPage): Promise<PageAround<T>> {
    const { limit, offset } = window
    const known = notDue.get(offset)
    if (limit === 1 && known) return skipped(known)
    const hasKnown = limit > 1 && [...notDue.keys()].some((at) => at >= offset && at < offset + limit)
    try {
      if (!hasKnown || calls < 2) return await fetch(window)
    } catch (error) {
      const reason = faultOf(error)
      if (reason === null || calls < 2 || !(await isListWell(offset))) throw error
      if (limit === 1) return skipped(reason)
    }
    const half = Math.floor(limit / 2)
    const first = await fetchIn({ limit: half, offset }, fetchExtra)
    if (first.received < half) return first
    return joined(first, await fetchIn({ limit: limit - half, offset: offset + half }, fetchExtra), half)
  }
}

function skipped<T>(reason: FaultReason): PageAround<T> {
  return { items: [], unreadable: [{ at: 0, id: null, reason }], received: 1 }
}

function joined<T>(first: PageAround<T>, second: PageAround<T>, half: number): PageAround<T> {
  return {
    items: [...first.items, ...second.items],
    unreadable: [...first.unreadable, ...second.unreadable.map((item) => ({ ...item, at: item.at + half }))],
    received: first.received + second.received,
  }
}
