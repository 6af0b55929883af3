import 'server-only'
import { and, gt, sql } from 'drizzle-orm'
import { isAmong } from '../../db/among'
import { db } from '../../db/client'
import { interviews } from '../../db/schema/interviews'
import type { ReceivedInterview } from '../../ribbon/interview'
import { markListed } from './unseen'
import { estimateLength } from './estimate-length'
import { orderLearned, orderShown, type ListOrder } from './list-order'
import { A_PAGE, openList } from './source'
import { findList, recordList, type ListState, type ListStatus } from './state'
import { takePlace, type Asked } from '../store/order'
import { readPages, UNREADABLE_PAGES } from './pages'
import { storePage } from '../store/page'
import { recordFaults } from '../store/unreadable'
import type { Indexing } from '../store/write-interview'
import { DebriefError } from '../../errors'
import { log } from '../../log'

/** A list that is this short is read from end to end every time. */
const SHORT = 100
/** The first reading of a longer one takes so long that somebody wants to know how long it takes. */
const LONG = 500
/** Of one that is not short so many pages in one pull; then the other list has its turn, and the next pull goes on. */
export const PAGES_A_PULL: Record<ListStatus, number> = { completed: 500, incomplete: 50 }
/** Interviews. A list that is still not over after so many has no end. */
const MOST_LISTED = 1_000_000
/** All that the list names has been met now. */
const COMPARED = { comparedAt: sql`now()` }

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
    const front = list.order === 'newest_first' ? await sweepFront(list, source, goOn) : null
    if (front?.isWhole) await recordList(status, COMPARED)
    return pass(list, source, goOn)
  }
  const swept = await (list.order === 'newest_first' ? sweepFront : sweepEnd)(list, source, goOn)
  if (swept === null) return pass(list, source, goOn)
  const { seen, isWhole, nextOffset } = swept
  await recordList(status, { seen, nextOffset, ...(isWhole ? COMPARED : {}) })
  return { isSweep: true, isUnfinished: false, since: null }
}

/** From end to end, in several pulls where it is long; goes on a page before where it was, since the list may have moved meanwhile. */
async function pass(list: ListState, source: Source, goOn: Reading['goOn']): Promise<Read> {
  const { status } = list
  const from = Math.max(0, list.nextOffset - A_PAGE[status])
  const passSince = list.nextOffset > 0 ? list.passSince : await takePlace()
  // Of a first reading everything is there before it can be searched, in half the time.
  const indexing = list.passedAt === null ? 'later' : 'now'
  await recordList(status, { passSince, ...(list.nextOffset > 0 ? {} : { beganAt: sql`now()` }) })
  const { ids, isComplete, isOver } = await readPages({
    ...source,
    from,
    store: (page) => store(status, page, indexing),
    onPage: async (nextOffset, met) => {
      await recordList(status, { nextOffset, seen: from + met })
      const isLong = nextOffset >= LONG && nextOffset - source.limit < LONG
      if (list.passedAt === null && isLong) await recordList(status, { about: await askLength(source) })
      await goOn()
    },
  })
  const seen = from + ids.size
  const order = await learn(list, [...ids])
  const isEndless = !isOver && seen >= MOST_LISTED
  if (!isOver && !isEndless) {
    await recordList(status, { order })
    return { isSweep: false, isUnfinished: list.passedAt === null, since: null }
  }
  const wholeSince = isComplete ? passSince : list.wholeSince
  await recordList(status, {
    nextOffset: 0,
    seen,
    order,
    wholeSince,
    passedAt: sql`now()`,
    ...(isComplete ? COMPARED : {}),
  })
  await source.forgetBehind()
  if (isEndless) await recordFaults([{ kind: status, place: String(seen), reason: 'list_endless' }])
  return { isSweep: false, isUnfinished: false, since: isComplete ? passSince : null }
}

/** Null where Ribbon does not say: nobody needs it for more than to know how long it takes. */
async function askLength({ fetchPage }: Source): Promise<number | null> {
  try {
    return await estimateLength(LONG, async (offset) => (await fetchPage({ limit: 1, offset })).received > 0)
  } catch (cause) {
    if (!(cause instanceof DebriefError)) throw cause
    log.warn({ cause }, 'how long a list is could not be asked')
    return null
  }
}

/** Only what came after the last pass can show where new ones come to stand. */
async function learn({ order, passedAt }: ListState, ids: string[]): Promise<ListOrder | null> {
  if (passedAt === null) return order
  const rows = await db()
    .select({ id: interviews.id })
    .from(interviews)
    .where(and(isAmong(interviews.id, ids), gt(interviews.firstSeenAt, passedAt)))
  const fresh = new Set(rows.map(({ id }) => id))
  return orderLearned(
    order,
    orderShown(ids, (id) => fresh.has(id)),
  )
}

/** How long the list is now, whether all that is new in it has been met, and where a pass meets the rest of it, 0 where the next sweep does. */
type Swept = { seen: number; isWhole: boolean; nextOffset: number }

/**
 * Reads up to the first page of which something can be read and nothing came or changed since the list was compared last. What is
 * here already may be new in the list: who was incomplete until now, who was announced, and who was met by a sweep that was interrupted.
 */
async function sweepFront(
  { seen, comparedAt }: ListState,
  { limit, most, fetchPage }: Source,
  goOn: Reading['goOn'],
): Promise<Swept> {
  let [page, found, unreadable] = [0, 0, 0]
  for (; page < most && unreadable < UNREADABLE_PAGES; page++) {
    const { items, received } = await fetchPage({ limit, offset: page * limit })
    const fresh = await storePage(items)
    await goOn()
    found += fresh.length
    unreadable = items.length === 0 ? unreadable + 1 : 0
    const isKnown = unreadable === 0 && fresh.length === 0 && !(await haveChangedSince(comparedAt, items))
    if (isKnown || received < limit) return { seen: seen + found, isWhole: true, nextOffset: 0 }
  }
  return { seen: seen + found, isWhole: false, nextOffset: page * limit }
}

/** Whether any of them has; none where it is not known since when. */
async function haveChangedSince(comparedAt: string | null, items: { id: string }[]): Promise<boolean> {
  if (comparedAt === null) return false
  const ids = items.map(({ id }) => id)
  return (await db().$count(interviews, and(isAmong(interviews.id, ids), gt(interviews.updatedAt, comparedAt)))) > 0
}

/** Reads from where the list ended; null when it has become shorter. */
async function sweepEnd({ status, seen }: ListState, source: Source, onPage: Reading['goOn']): Promise<Swept | null> {
  const from = Math.max(0, seen - A_PAGE[status])
  const { ids, isComplete } = await readPages({ ...source, from, store: (page) => store(status, page, 'now'), onPage })
  return ids.size === 0 ? null : { seen: from + ids.size, isWhole: isComplete, nextOffset: 0 }
}

async function store(status: ListStatus, page: Asked<ReceivedInterview>[], indexing: Indexing): Promise<void> {
  if (page.length === 0) return
  await storePage(page, indexing)
  if (status === 'incomplete') await markListed(page.map(({ id }) => id))
}
