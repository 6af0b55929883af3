import 'server-only'
import { fetchInterviews } from '../../ribbon/client'
import { createFetchAround, type SkippedItem, type Window } from './fetch-around'
import type { ListStatus } from './state'
import { askForPage } from '../store/order'
import { forgetFaults, listFaults, recordFaults } from '../store/unreadable'

/** A completed interview may be a megabyte of JSON, of which two pages are in memory at once; the others carry hardly any data. */
export const A_PAGE: Record<ListStatus, number> = { completed: 10, incomplete: 40 }
/** Calls in one pull of one list that look for the items which cost their pages. */
const MOST_EXTRA_CALLS = 100

/** The pages of one of Ribbon's lists of interviews. What cannot be read is noted, and what can be again is noted no more. */
export async function openList(status: ListStatus) {
  const faults = await listFaults(status)
  const fetchAround = createFetchAround({
    fetchPage: (window) => askForPage((beforeSend) => fetchInterviews({ status, ...window }, beforeSend)),
    notDue: new Map(faults.filter(({ isDue }) => !isDue).map((fault) => [Number(fault.place), fault])),
    mostCalls: MOST_EXTRA_CALLS,
  })

  const fetchPage = async (window: Window) => {
    const page = await fetchAround(window)
    await recordFaults(page.unreadable.map((item) => toFault(status, window, item)))
    const isRead = ({ place, after }: (typeof faults)[number]) =>
      page.known.some((item) => (after === null ? Number(place) === window.offset + item.at : after === item.after))
    await forgetFaults(faults.filter(isRead).map(({ place }) => ({ kind: status, place })))
    return page
  }

  return { limit: A_PAGE[status], fetchPage }
}

function toFault(status: ListStatus, { offset }: Window, { at, id, after, reason }: SkippedItem) {
  return id === null
    ? { kind: status, place: String(offset + at), after, reason }
    : { kind: 'interview' as const, place: id, reason }
}
