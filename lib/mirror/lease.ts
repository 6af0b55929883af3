import 'server-only'
import { and, eq, gt, lt, lte, or, sql, type SQL } from 'drizzle-orm'
import { db } from '../db/client'
import { mirrors } from '../db/schema/mirror'
import { inSeconds, SLACK_SECONDS } from '../jobs/claim'

export const MIRROR = 'ribbon'
/** Held only while pulling and renewed all the time: what a dead or paused replica held is free after this. */
const LEASE_SECONDS = 15

const isIts = (holder: string) => eq(mirrors.leaseHolder, holder)
/** Also one that ends later than any lease can: the clock was set back. */
const isFree = or(
  lte(mirrors.leaseEndsAt, sql`now()`),
  gt(mirrors.leaseEndsAt, inSeconds(LEASE_SECONDS + SLACK_SECONDS)),
)

/** True when this holder may pull now, since nobody else does. */
export function takeLease(holder: string): Promise<boolean> {
  return take(holder, sql`true`)
}

/** The same once the next pull is due: however many replicas there are, Ribbon is asked as if there were one. */
export function takeDueLease(holder: string, longestRestSeconds: number): Promise<boolean> {
  const isDue = or(
    lte(mirrors.nextPullAt, sql`now()`),
    gt(mirrors.nextPullAt, inSeconds(longestRestSeconds + SLACK_SECONDS)),
  )
  return take(holder, isDue)
}

async function take(holder: string, condition: SQL | undefined): Promise<boolean> {
  await db().insert(mirrors).values({ id: MIRROR }).onConflictDoNothing()
  const taken = await db()
    .update(mirrors)
    .set({ leaseHolder: holder, leaseEndsAt: inSeconds(LEASE_SECONDS) })
    .where(and(eq(mirrors.id, MIRROR), or(isIts(holder), isFree), condition))
    .returning({ id: mirrors.id })
  return taken.length > 0
}

/** False when it has been taken over meanwhile, or given back. */
export async function renewLease(holder: string): Promise<boolean> {
  const renewed = await db()
    .update(mirrors)
    .set({ leaseEndsAt: inSeconds(LEASE_SECONDS) })
    .where(and(eq(mirrors.id, MIRROR), isIts(holder)))
    .returning({ id: mirrors.id })
  return renewed.length > 0
}

/** What was recorded of the pull comes with it, in one statement; nothing happens when the lease is somebody else's by now. */
export async function releaseLease(holder: string, recorded: Recorded = {}): Promise<void> {
  await db()
    .update(mirrors)
    .set({ ...recorded, leaseHolder: null, leaseEndsAt: sql`'epoch'` })
    .where(and(eq(mirrors.id, MIRROR), isIts(holder)))
}

type Recorded = Partial<Record<'lastFailureAt' | 'lastFailureCode', SQL | string | null>> &
  Partial<Record<'lastSuccessAt' | 'nextPullAt', SQL>> & { failures?: number }

/** A process that begins owes nothing to a pause that another had made longer than the interval. */
export async function shortenRest(intervalSeconds: number): Promise<void> {
  const { nextPullAt, lastSuccessAt, lastFailureAt } = mirrors
  const afterLast = sql`greatest(${lastSuccessAt}, ${lastFailureAt}, 'epoch') + ${intervalSeconds}::float8 * interval '1 second'`
  await db()
    .update(mirrors)
    .set({ nextPullAt: afterLast })
    .where(and(eq(mirrors.id, MIRROR), lt(afterLast, nextPullAt)))
}
