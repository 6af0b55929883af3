import 'server-only'
import { and, gt, sql } from 'drizzle-orm'
import { db } from '../../db/client'
import { interviews } from '../../db/schema/interviews'
import type { ReceivedInterview } from '../../ribbon/interview'
import { isOneOf, markListed } from './unseen'
import { orderLearned, orderShown, type ListOrder } from './list-order'
import { A_PAGE, openList } from './source'
import { findList, recordList, type ListState, type ListStatus } from './state'
import { takePlace, type Asked } from '../store/order'
import { readPages } from './pages'
import { storePage } from '../store/page'
import { recordFaults } from '../store/unreadable'

/** A list that is this short is read from end to end every time. */
const SHORT = 100
/** Of a longer one so many pages in one pull; then the other list has its turn, and the next pull goes on. */
export const PAGES_A_PULL: Record<ListStatus, number> = { completed: 500, incomplete: 50 }
/** Interviews. A list that is still not over after so many has no end. */
const MOST_LISTED = 1_000_000

/** `most` pages, in one pull. */
type Reading = { status: ListStatus; most: number; goOn: () => Promise<void> }
type Source = Awaited<ReturnType<typeof openList>> & Pick<Reading, 'most'>

/**
 * `isSweep`: only what is new was looked for. `isUnfinished`: the list is being read for the first time and goes on. `since` is
 * the place before a pass that ended now.
 */
export type Read = { isSweep: boolean; isUnfinished: boolean; since: number | null }

export async function readList({ status, most, goOn }: Reading): Promise<Read> {
  const list = await findList(status)
  const source = { ...(await openList(status)), most }
  const isUnderWay = list.nextOffset > 0
  const isLearned = list.order === 'newest_first' || list.order === 'oldest_first'
  if (status === 'incomplete' || !isLearned || (!isUnderWay && (list.isPassDue || list.seen <= SHORT)))
    return pass(list, source, goOn)

  if (isUnderWay) {
    // A long pass takes several pulls, for which what is new does not wait.
    if (list.order === 'newest_first') await sweepFront(list, source, goOn)
    return pass(list, source, goOn)
  }
  const seen = await (list.order === 'newest_first' ? sweepFront : sweepEnd)(list, source, goOn)
  if (seen === null) return pass(list, source, goOn)
  await recordList(status, { seen })
  return { isSweep: true, isUnfinished: false, since: null }
}

/** From end to end, in several pulls where it is long; goes on a page before where it was, since the list may have moved meanwhile. */
async function pass(list: ListState, source: Source, goOn: Reading['goOn']): Promise<Read> {
  const { status } = list
  const from = Math.max(0, list.nextOffset - A_PAGE[status])
  const passSince = list.nextOffset > 0 ? list.passSince : await takePlace()
  let seen = from
  await recordList(status, { passSince })
  const { ids, isComplete, isOver } = await readPages({
    ...source,
    from,
    store: async (page) => {
      seen += page.length
      await store(status, page)
    },
    onPage: async (nextOffset) => {
      await recordList(status, { nextOffset, seen })
      await goOn()
    },
  })
  const order = await learn(list, [...ids])
  const isEndless = !isOver && seen >= MOST_LISTED
  if (!isOver && !isEndless) {
    await recordList(status, { order })
    return { isSweep: false, isUnfinished: list.passedAt === null, since: null }
  }
  const wholeSince = isComplete ? passSince : list.wholeSince
  await recordList(status, { nextOffset: 0, seen, order, wholeSince, passedAt: sql`now()` })
  await source.forgetBehind()
  if (isEndless) await recordFaults([{ kind: status, place: String(seen), reason: 'list_endless' }])
  return { isSweep: false, isUnfinished: false, since: isComplete ? passSince : null }
}

/** Only what came after the last pass can show where new ones come to stand. */
async function learn({ order, passedAt }: ListState, ids: string[]): Promise<ListOrder | null> {
  if (passedAt === null) return order
  const rows = await db()
    .select({ id: interviews.id })
    .from(interviews)
    .where(and(isOneOf(ids), gt(interviews.firstSeenAt, passedAt)))
  const fresh = new Set(rows.map(({ id }) => id))
  return orderLearned(
    order,
    orderShown(ids, (id) => fresh.has(id)),
  )
}

/** Reads up to the first page without anything new; how long the list is now. */
async function sweepFront({ seen }: ListState, { limit, most, fetchPage }: Source, goOn: Reading['goOn']) {
  let found = 0
  for (let page = 0; page < most; page++) {
    const { items, received } = await fetchPage({ limit, offset: page * limit })
    const fresh = await storePage(items)
    await goOn()
    found += fresh.length
    if (fresh.length === 0 || received < limit) break
  }
  return seen + found
}

/** Reads from where the list ended; how long it is now, null when it has become shorter. */
async function sweepEnd({ status, seen }: ListState, source: Source, onPage: Reading['goOn']): Promise<number | null> {
  const from = Math.max(0, seen - A_PAGE[status])
  const { ids } = await readPages({ ...source, from, store: (page) => store(status, page), onPage })
  return ids.size === 0 ? null : from + ids.size
}

async function store(status: ListStatus, page: Asked<ReceivedInterview>[]): Promise<void> {
  await storePage(page)
  if (status === 'incomplete') await markListed(page.map(({ id }) => id))
}
