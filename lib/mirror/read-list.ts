import 'server-only'
import { and, gt, inArray } from 'drizzle-orm'
import { db } from '../db/client'
import { interviews } from '../db/schema/interviews'
import { fetchInterviews } from '../ribbon/client'
import type { ReceivedInterview } from '../ribbon/interview'
import { orderLearned, orderShown, type ListOrder } from './list-order'
import { findList, recordGrowth, recordPage, recordPass, type ListState, type ListStatus } from './lists'
import { askForPage, type Asked } from './order'
import { readPages } from './pages'
import { storeInterviews } from './store-interview'

/** A completed interview may be a megabyte of JSON, of which two pages are in memory at once; the others carry hardly any data. */
const A_PAGE: Record<ListStatus, number> = { completed: 10, incomplete: 40 }
/** A list that is this short is read from end to end every time. */
const SHORT = 100

type Reading = { status: ListStatus; goOn: () => Promise<void> }

/** All the ids of the list when it was read from its beginning to its end; null when only what is new in it was looked for. */
export async function readList({ status, goOn }: Reading): Promise<string[] | null> {
  const list = await findList(status)
  const isDue = list.isPassDue || list.seen <= SHORT
  const isLearned = list.order === 'newest_first' || list.order === 'oldest_first'
  if (isDue || !isLearned || status === 'incomplete') return pass(list, goOn)

  const seen = list.order === 'newest_first' ? await sweepFront(list, goOn) : await sweepEnd(list, goOn)
  if (seen === null) return pass({ ...list, nextOffset: 0 }, goOn)
  await recordGrowth(status, seen)
  return null
}

/** From end to end. One that was interrupted goes on a page before where it was, since the list may have moved meanwhile. */
async function pass(list: ListState, goOn: Reading['goOn']): Promise<string[] | null> {
  const { status } = list
  const from = Math.max(0, list.nextOffset - A_PAGE[status])
  let seen = from
  const { ids, isComplete } = await readPages({
    ...pagesOf(status),
    from,
    store: async (page) => {
      seen += page.length
      await storeInterviews(page)
    },
    onPage: async (next) => {
      await recordPage(status, next, seen)
      await goOn()
    },
  })
  const isWhole = isComplete && from === 0
  await recordPass(status, seen, isWhole ? await learn(list, [...ids]) : list.order)
  return isWhole ? [...ids] : null
}

/** Only what came after the last pass can show where new ones come to stand. */
async function learn({ order, passedAt }: ListState, ids: string[]): Promise<ListOrder | null> {
  if (passedAt === null) return order
  const rows = await db()
    .select({ id: interviews.id })
    .from(interviews)
    .where(and(inArray(interviews.id, ids), gt(interviews.firstSeenAt, passedAt)))
  const fresh = new Set(rows.map(({ id }) => id))
  return orderLearned(
    order,
    orderShown(ids, (id) => fresh.has(id)),
  )
}

/** Reads up to the first page without anything new; how long the list is now. */
async function sweepFront({ status, seen }: ListState, goOn: Reading['goOn']): Promise<number> {
  const { limit, fetchPage } = pagesOf(status)
  for (let offset = 0, found = 0; ; offset += limit) {
    const { items, received } = await fetchPage({ limit, offset })
    const fresh = await storeInterviews(items)
    await goOn()
    found += fresh.length
    if (fresh.length === 0 || received < limit) return seen + found
  }
}

/** Reads from where the list ended; how long it is now, null when it has become shorter. */
async function sweepEnd({ status, seen }: ListState, goOn: Reading['goOn']): Promise<number | null> {
  const from = Math.max(0, seen - A_PAGE[status])
  const { ids } = await readPages({ ...pagesOf(status), from, store, onPage: goOn })
  return ids.size === 0 ? null : from + ids.size
}

async function store(page: Asked<ReceivedInterview>[]) {
  await storeInterviews(page)
}

export function pagesOf(status: ListStatus) {
  return {
    limit: A_PAGE[status],
    fetchPage: (window: { limit: number; offset: number }) =>
      askForPage((beforeSend) => fetchInterviews({ status, ...window }, beforeSend)),
  }
}
