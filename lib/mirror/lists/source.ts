import 'server-only'
import { fetchInterviews } from '../../ribbon/client'
import type { Page } from '../../ribbon/page'
import { createFetchAround, type SkippedItem, type Window } from './fetch-around'
import type { ListStatus } from './state'
import { askForPage, type Asked } from '../store/order'
import { forgetFaults, forgetFaultsFrom, listFaults, recordFaults, type Kind } from '../store/unreadable'

/** A completed interview may be a megabyte of JSON, of which four pages are in memory at once, as they arrived; the others carry hardly any data. */
export const A_PAGE: Record<ListStatus, number> = { completed: 10, incomplete: 40 }
/** Calls in one pull of one list that look for the items which cost their pages. */
const MOST_EXTRA_CALLS = 100

type ItemKind = Extract<Kind, 'interview' | 'flow'>

type Source<T> = {
  /** The list's, and that of an item which tells its id. */
  kinds: { list: Exclude<Kind, ItemKind>; item: ItemKind }
  fetchPage: (window: Window) => Promise<Page<Asked<T>>>
  mostCalls: number
}

/** The pages of one of Ribbon's lists. What cannot be read is noted, and what can be again, or is behind its end, is noted no more. */
export async function openSource<T extends { id: string }>({ kinds, fetchPage: fetch, mostCalls }: Source<T>) {
  const faults = await listFaults(kinds.list)
  const notDue = new Map(faults.filter(({ isDue }) => !isDue).map((fault) => [Number(fault.place), fault]))
  const fetchAround = createFetchAround({ fetchPage: fetch, notDue, mostCalls })
  let end = 0

  const fetchPage = async (window: Window) => {
    const page = await fetchAround(window)
    end = Math.max(end, window.offset + page.received)
    await recordFaults(page.unreadable.map((item) => toFault(kinds, window, item)))
    const isRead = ({ place, after }: (typeof faults)[number]) =>
      page.known.some((item) => (after === null ? Number(place) === window.offset + item.at : after === item.after))
    await forgetFaults(faults.filter(isRead).map(({ place }) => ({ kind: kinds.list, place })))
    return page
  }
  /** To be called once a reading has come to the list's end. */
  const forgetBehind = () => forgetFaultsFrom(kinds.list, end)

  return { fetchPage, forgetBehind }
}

export async function openList(status: ListStatus) {
  const source = await openSource({
    kinds: { list: status, item: 'interview' },
    fetchPage: (window) => askForPage((beforeSend) => fetchInterviews({ status, ...window }, beforeSend)),
    mostCalls: MOST_EXTRA_CALLS,
  })
  return { limit: A_PAGE[status], ...source }
}

function toFault(kinds: Source<unknown>['kinds'], { offset }: Window, { at, id, after, reason }: SkippedItem) {
  return id === null
    ? { kind: kinds.list, place: String(offset + at), after, reason }
    : { kind: kinds.item, place: id, reason }
}
