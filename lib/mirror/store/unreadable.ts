import 'server-only'
import { and, asc, eq, lte, ne, sql, type SQL } from 'drizzle-orm'
import { db } from '../../db/client'
import { excluded } from '../../db/excluded'
import { unreadableItems } from '../../db/schema/mirror'
import { isUnstorable } from '../../db/unstorable'
import { DebriefError } from '../../errors'
import type { UnreadableReason } from '../../ribbon/limits'
import type { UnreadItem } from '../../ribbon/page'
import { isCutOff, isTooSlow, reasonOfReply } from '../../ribbon/unreadable'

/** Why something of Ribbon's could not be read, or not be stored. */
export type FaultReason =
  UnreadableReason | 'ribbon_forbidden' | 'ribbon_rejected' | 'too_slow' | 'cut_off' | 'not_storable' | 'list_endless'

export type Kind = (typeof unreadableItems.$inferSelect)['kind']
/** `after` is the id of the item before it in a list: it is known by that one while the list moves, and else by its place. */
type Fault = { kind: Kind; place: string; after?: string | null; reason: FaultReason }
type Known = Pick<typeof unreadableItems.$inferSelect, 'kind' | 'place'>

const FIRST_AGAIN_MINUTES = 5
/** A day: after the first tries it is asked for once in so long. */
const LONGEST_AGAIN_MINUTES = 1_440
/** More are not kept; what is met again is noted again. */
const MOST_KEPT = 1_000

/**
 * Why this one item failed where others may not have; null for what says nothing about the item: no connection, a refused key,
 * a rate limit, a database that is gone. `cut_off` says something only while Ribbon answers otherwise.
 */
export function faultOf(error: unknown): FaultReason | null {
  if (isTooSlow(error)) return 'too_slow'
  if (isCutOff(error)) return 'cut_off'
  const reason = reasonOfReply(error)
  if (reason !== null) return reason
  if (error instanceof DebriefError)
    return error.code === 'ribbon_forbidden' || error.code === 'ribbon_rejected' ? error.code : null
  return isUnstorable(error) ? 'not_storable' : null
}

/** Once more, or for the first time; what is met again before it was due is not put off by that. */
export async function recordFaults(faults: Fault[]): Promise<void> {
  if (faults.length === 0) return
  await followInList(faults)
  const { tries, nextTryAt } = unreadableItems
  const isTry = sql`${nextTryAt} <= now()`
  await db()
    .insert(unreadableItems)
    .values(onceEach(faults).map((fault) => ({ ...fault, nextTryAt: againAfter(sql`0`) })))
    .onConflictDoUpdate({
      target: [unreadableItems.kind, unreadableItems.place],
      set: {
        reason: sql`excluded.reason`,
        after: sql`excluded.after`,
        lastSeenAt: sql`now()`,
        tries: sql`${tries} + (${isTry})::int`,
        nextTryAt: sql`CASE WHEN ${isTry} THEN ${againAfter(sql`${tries}`)} ELSE ${nextTryAt} END`,
      },
    })
  await db().execute(sql`DELETE FROM unreadable_items WHERE (kind, place) IN (
    SELECT kind, place FROM unreadable_items ORDER BY last_seen_at DESC OFFSET ${MOST_KEPT})`)
}

/** What has moved in its list keeps how often it was tried. */
async function followInList(faults: Fault[]): Promise<void> {
  const { kind, place, after } = unreadableItems
  const known = faults.filter((fault) => fault.after)
  if (known.length === 0) return
  await db().transaction(async (tx) => {
    const moved = []
    for (const fault of known) {
      const isSame = and(eq(kind, fault.kind), eq(after, fault.after ?? ''), ne(place, fault.place))
      const [row] = await tx.delete(unreadableItems).where(isSame).returning()
      if (row) moved.push({ ...row, place: fault.place })
    }
    if (moved.length === 0) return
    await tx
      .insert(unreadableItems)
      .values(moved)
      .onConflictDoUpdate({
        target: [kind, place],
        set: excluded(unreadableItems, moved, 'kind', 'place'),
      })
  })
}

/** After so many tries. */
function againAfter(tries: SQL): SQL {
  const minutes = sql`least(${LONGEST_AGAIN_MINUTES}, ${FIRST_AGAIN_MINUTES} * 2 ^ least(${tries}, 20))`
  return sql`now() + ${minutes} * interval '1 minute'`
}

/** The row locks of two who record at once are taken in one order. */
function onceEach(faults: Fault[]): Fault[] {
  const each = new Map(faults.slice(0, MOST_KEPT).map((fault) => [`${fault.kind} ${fault.place}`, fault]))
  return [...each].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, fault]) => fault)
}

/** It has been read. */
export async function forgetFaults(read: Known[]): Promise<void> {
  for (const { kind, place } of read)
    await db()
      .delete(unreadableItems)
      .where(and(eq(unreadableItems.kind, kind), eq(unreadableItems.place, place)))
}

/** Of a list that is read whole each time: what of it cannot be read now is noted by its place, and nothing else of it any more. */
export async function recordUnread(kind: Kind, unread: UnreadItem[]): Promise<void> {
  const faults = unread.map(({ at, reason }) => ({ kind, place: String(at), reason }))
  await recordFaults(faults)
  const now = new Set(faults.map(({ place }) => place))
  const before = (await listFaults(kind)).filter(({ place }) => !now.has(place))
  await forgetFaults(before.map(({ place }) => ({ kind, place })))
}

/** All of them, and whether each may be tried again. */
export async function listFaults(kind: Kind) {
  const { place, after, reason, nextTryAt } = unreadableItems
  const rows = await db()
    .select({ place, after, reason, isDue: sql<boolean>`${nextTryAt} <= now()` })
    .from(unreadableItems)
    .where(eq(unreadableItems.kind, kind))
  return rows.map((row) => ({ ...row, reason: row.reason as FaultReason }))
}

/** The ids of those that may be tried again, the longest due first. */
export async function listDue(kind: 'interview' | 'flow', most: number): Promise<string[]> {
  const rows = await db()
    .select({ place: unreadableItems.place })
    .from(unreadableItems)
    .where(and(eq(unreadableItems.kind, kind), lte(unreadableItems.nextTryAt, sql`now()`)))
    .orderBy(asc(unreadableItems.nextTryAt))
    .limit(most)
  return rows.map(({ place }) => place)
}

/** A list that ends before these places has nothing there any more. */
export async function forgetFaultsFrom(kind: Kind, end: number): Promise<void> {
  await db()
    .delete(unreadableItems)
    .where(and(eq(unreadableItems.kind, kind), sql`${unreadableItems.place}::bigint >= ${end}`))
}
